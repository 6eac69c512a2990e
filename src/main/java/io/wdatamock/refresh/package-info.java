/** Refreshing connections, alone or as a batch, and telling how far their runs have come. */
@NullMarked
package io.wdatamock.refresh;

import org.jspecify.annotations.NullMarked;
