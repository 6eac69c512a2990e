/** Refreshes of connections, single and in batches, and the statuses of their runs. */
@NullMarked
package io.wdatamock.refresh;

import org.jspecify.annotations.NullMarked;
