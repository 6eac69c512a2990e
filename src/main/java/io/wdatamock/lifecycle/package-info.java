/** The lifecycle of a run: stages, outcomes and pacing as pure functions of facts and an instant. */
@NullMarked
package io.wdatamock.lifecycle;

import org.jspecify.annotations.NullMarked;
