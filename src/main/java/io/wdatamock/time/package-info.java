/** Time that a test can steer: the clock of a sandbox, and the one place that reads the real one. */
@NullMarked
package io.wdatamock.time;

import org.jspecify.annotations.NullMarked;
