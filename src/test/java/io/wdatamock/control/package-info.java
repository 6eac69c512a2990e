/** Steering a sandbox over HTTP. */
@NullMarked
package io.wdatamock.control;

import org.jspecify.annotations.NullMarked;
