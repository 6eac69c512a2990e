/** Chance that repeats itself: IDs, tokens and plausible facts as functions of a seed, a kind and a counter. */
@NullMarked
package io.wdatamock.random;

import org.jspecify.annotations.NullMarked;
