/** HTTP archives (HAR 1.2): writes the journal as one, and reads those of other tools. */
@NullMarked
package io.wdatamock.har;

import org.jspecify.annotations.NullMarked;
