/** What clients really sent, and how it was answered: entries, their bounds, and assertions about them. */
@NullMarked
package io.wdatamock.journal;

import org.jspecify.annotations.NullMarked;
