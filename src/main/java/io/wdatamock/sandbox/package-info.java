/** Sandboxes: isolation, consistency, seed, settings, rate limits and snapshots. */
@NullMarked
package io.wdatamock.sandbox;

import org.jspecify.annotations.NullMarked;
