package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.lifecycle.Transition;
import io.wdatamock.refresh.ExpectedTransition;
import java.util.List;

/**
 * A run with the details that the vendor does not show.
 *
 * @param run the run as the vendor shows it
 * @param stage the current stage
 * @param timeline the stages so far
 * @param expected the stages to come by the clock alone; empty if the pacing does not depend on time
 */
public record RunDetails(
        @JsonUnwrapped Run run, Stage stage, List<Transition> timeline, List<ExpectedTransition> expected) {

    /** The response of the control API to a list. */
    record Listing(List<RunDetails> runs) {}
}
