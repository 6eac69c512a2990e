/** Faults: rules that spoil the answer to a request, as plain data. */
@NullMarked
package io.wdatamock.fault;

import org.jspecify.annotations.NullMarked;
