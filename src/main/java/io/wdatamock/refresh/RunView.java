package io.wdatamock.refresh;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wdatamock.lifecycle.Run;
import io.wdatamock.lifecycle.RunState;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.lifecycle.Transition;
import io.wdatamock.wire.ConnectionRunDto;
import java.time.Instant;
import java.util.List;

/**
 * A run with what the vendor does not show: the stage it is in, and when it entered each stage so far.
 *
 * @param run what the vendor shows
 */
public record RunView(@JsonUnwrapped ConnectionRunDto run, Stage stage, List<Transition> timeline) {

    static RunView of(Run run, Instant now) {
        RunState state = run.at(now);
        return new RunView(Dtos.of(run, now), state.stage(), state.timeline());
    }
}
