/** Tests of the memory limits. */
@NullMarked
package io.wdatamock.memory;

import org.jspecify.annotations.NullMarked;
