/** The memory and the threads that requests in flight may take, and the end of the server when memory runs out. */
@NullMarked
package io.wdatamock.memory;

import org.jspecify.annotations.NullMarked;
