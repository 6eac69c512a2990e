/**
 * Sources of time and randomness: the controllable clock and the seeded random numbers of a sandbox, and the one class
 * that reads the system clock.
 */
@NullMarked
package io.wdatamock.time;

import org.jspecify.annotations.NullMarked;
