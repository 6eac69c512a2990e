package io.wdatamock.refresh;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wdatamock.events.Change;
import io.wdatamock.events.Event;
import io.wdatamock.lifecycle.Run;
import io.wdatamock.lifecycle.RunState;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.lifecycle.Transition;
import io.wdatamock.wire.ConnectionRunDto;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run with what the vendor does not show: the stage it is in, when it entered each stage so far, and when it will
 * enter further ones.
 *
 * @param run what the vendor shows
 * @param expected the transitions that the clock alone will still bring; none if the run is done, or waits for something
 *     else than time
 */
public record RunView(
        @JsonUnwrapped ConnectionRunDto run,
        Stage stage,
        List<Transition> timeline,
        List<ExpectedTransition> expected) {

    static RunView of(Run run, Instant now) {
        RunState state = run.at(now);
        List<ExpectedTransition> expected = run.ahead(now).stream()
                .map(transition -> ExpectedTransition.of(transition, run))
                .toList();
        return new RunView(Dtos.of(run, now), state.stage(), state.timeline(), expected);
    }

    /** What viewers are told of a run that has started or was moved. */
    static Change told(Run run, Instant now) {
        return () -> Stream.of(event(run, now));
    }

    static Event event(Run run, Instant now) {
        return new Event("run", of(run, now));
    }
}
