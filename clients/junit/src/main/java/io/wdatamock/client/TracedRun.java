package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * A run with what the vendor does not show: the stage it is in, and when it entered each stage so far.
 *
 * @param run what the vendor shows
 * @param expected what is still to come as the clock goes on, if nobody interferes; nothing where time moves nothing
 */
public record TracedRun(@JsonUnwrapped Run run, Stage stage, List<Transition> timeline, List<Expected> expected) {

    /** A stage and the instant at which it began. */
    public record Transition(Stage stage, Instant at) {}

    /** A stage to come, when it will begin, and what both sides will show then. */
    public record Expected(Stage stage, Instant at, RunStatus sourceStatus, RunStatus destinationStatus) {}

    /** How the control API lists them. */
    record Listing(List<TracedRun> runs) {}
}
