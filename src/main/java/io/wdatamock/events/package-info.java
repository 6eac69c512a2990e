/** Telling viewers what happens in a sandbox as it happens: what is told, and how it waits for whoever is slow. */
@NullMarked
package io.wdatamock.events;

import org.jspecify.annotations.NullMarked;
