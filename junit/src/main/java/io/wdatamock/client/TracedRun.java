package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * A run with what the vendor does not show: the stage it is in, and when it entered each stage so far.
 *
 * @param run what the vendor shows
 */
public record TracedRun(@JsonUnwrapped Run run, Stage stage, List<Transition> timeline) {

    /** A stage and the instant at which it began. */
    public record Transition(Stage stage, Instant at) {}

    /** How the control API lists them. */
    record Listing(List<TracedRun> runs) {}
}
