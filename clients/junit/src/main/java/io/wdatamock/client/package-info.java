/** A Java client of the control API. {@link WdataMock} is its entry point. */
@NullMarked
package io.wdatamock.client;

import org.jspecify.annotations.NullMarked;
