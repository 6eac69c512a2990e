package io.wdatamock.refresh;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wdatamock.events.Change;
import io.wdatamock.events.Event;
import io.wdatamock.lifecycle.Run;
import io.wdatamock.lifecycle.RunState;
import io.wdatamock.lifecycle.SideStatuses;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.lifecycle.Transition;
import io.wdatamock.wire.ConnectionRunDto;
import io.wdatamock.wire.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run with data that the vendor does not return: its current stage, the time of each past transition, and the
 * expected ones.
 *
 * @param run the run as the vendor returns it
 * @param expected the transitions that the clock will cause; empty if the run is final or waits for something else
 */
public record RunView(
        @JsonUnwrapped ConnectionRunDto run,
        Stage stage,
        List<Transition> timeline,
        List<ExpectedTransition> expected) {

    static RunView of(Run run, Instant now) {
        RunState state = run.at(now);
        List<ExpectedTransition> expected = run.ahead(now).stream()
                .map(transition -> expected(transition, run))
                .toList();
        return new RunView(DtoMapper.of(run, now), state.stage(), state.timeline(), expected);
    }

    private static ExpectedTransition expected(Transition transition, Run run) {
        SideStatuses statuses = run.plan().outcome().statuses(transition.stage());
        return new ExpectedTransition(transition.stage(), transition.at(), statuses.source(), statuses.destination());
    }

    /** Returns the event of a run that was started or moved. */
    static Change toEvent(Run run, Instant now) {
        return new RunChange(run, now);
    }

    /** Returns the estimated memory of a run, with parameters and metadata, in bytes. */
    static long retained(Run run) {
        return run.size()
                + length(run.origin().sourceParameters())
                + length(run.origin().destinationParameters())
                + length(run.ending().sourceMetadata())
                + length(run.ending().destinationMetadata());
    }

    private static long length(JsonObject object) {
        return object.text().length();
    }

    private record RunChange(Run run, Instant now) implements Change {

        @Override
        public Stream<Event> events() {
            return Stream.of(event(run, now));
        }

        @Override
        public long size() {
            return retained(run);
        }
    }

    static Event event(Run run, Instant now) {
        return new Event("run", of(run, now));
    }
}
