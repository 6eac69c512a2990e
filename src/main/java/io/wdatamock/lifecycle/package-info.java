/** The life of a run: stages, outcomes and pacings as pure functions of facts and an instant. */
@NullMarked
package io.wdatamock.lifecycle;

import org.jspecify.annotations.NullMarked;
