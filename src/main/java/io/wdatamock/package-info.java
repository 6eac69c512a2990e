/** A stateful mock server of the connections API of Workiva Wdata. */
@NullMarked
package io.wdatamock;

import org.jspecify.annotations.NullMarked;
