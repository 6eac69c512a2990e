/** The memory that sandboxes retain, over HTTP and by itself. */
@NullMarked
package io.wdatamock.memory;

import org.jspecify.annotations.NullMarked;
