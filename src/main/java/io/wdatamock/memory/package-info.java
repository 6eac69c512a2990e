/**
 * Memory budgets for retained data, with fair eviction, and for requests in flight and waiting requests; and the exit
 * on an OutOfMemoryError.
 */
@NullMarked
package io.wdatamock.memory;

import org.jspecify.annotations.NullMarked;
