/**
 * Memory budgets: what sandboxes retain, with fair eviction, and what requests in flight may take, with the threads that
 * may wait; and the end of the server when memory runs out nevertheless.
 */
@NullMarked
package io.wdatamock.memory;

import org.jspecify.annotations.NullMarked;
