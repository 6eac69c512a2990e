/** Tests of the control API. */
@NullMarked
package io.wdatamock.control;

import org.jspecify.annotations.NullMarked;
