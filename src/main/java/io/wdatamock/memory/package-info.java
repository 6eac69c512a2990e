/** The memory that sandboxes retain: one budget for all of them, an account for each, and eviction when it is full. */
@NullMarked
package io.wdatamock.memory;

import org.jspecify.annotations.NullMarked;
