/** Numbers about the server for Prometheus; whatever only a scrape needs is made at the first one. */
@NullMarked
package io.wdatamock.metrics;

import org.jspecify.annotations.NullMarked;
