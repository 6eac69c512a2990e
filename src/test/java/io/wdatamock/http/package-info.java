/** The HTTP client of the tests. */
@NullMarked
package io.wdatamock.http;

import org.jspecify.annotations.NullMarked;
