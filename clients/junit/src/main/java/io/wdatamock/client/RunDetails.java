package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * A run with the details that the vendor does not show.
 *
 * @param run the run as the vendor shows it
 * @param stage the current stage
 * @param timeline the stages so far
 * @param expected the stages to come by the clock alone; empty if the pacing does not depend on time
 */
public record RunDetails(@JsonUnwrapped Run run, Stage stage, List<Transition> timeline, List<Expected> expected) {

    /** A stage and the instant of its beginning. */
    public record Transition(Stage stage, Instant at) {}

    /** A future stage, the instant of its beginning, and the statuses in it. */
    public record Expected(Stage stage, Instant at, RunStatus sourceStatus, RunStatus destinationStatus) {}

    /** The response of the control API to a list. */
    record Listing(List<RunDetails> runs) {}
}
