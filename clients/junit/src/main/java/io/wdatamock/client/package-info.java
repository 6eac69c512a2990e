/** A client of the control API: what a test says to its sandbox, and what that answers. */
@NullMarked
package io.wdatamock.client;

import org.jspecify.annotations.NullMarked;
