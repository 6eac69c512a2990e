/** Faults: rules that change the response to a request, as plain data. */
@NullMarked
package io.wdatamock.fault;

import org.jspecify.annotations.NullMarked;
