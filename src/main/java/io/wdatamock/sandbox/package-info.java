/** Sandboxes: isolated worlds, each with its own connections, runs, tokens, faults, settings and clock. */
@NullMarked
package io.wdatamock.sandbox;

import org.jspecify.annotations.NullMarked;
