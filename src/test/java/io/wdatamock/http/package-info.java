/** How tests talk to a running server: one sandbox each, and plain HTTP. */
@NullMarked
package io.wdatamock.http;

import org.jspecify.annotations.NullMarked;
