package io.wdatamock.refresh;

import io.wdatamock.lifecycle.Run;
import io.wdatamock.lifecycle.SideStatuses;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.lifecycle.Transition;
import io.wdatamock.wire.RunStatus;
import java.time.Instant;

/** A transition that the clock will cause, and the statuses of both sides after it. */
public record ExpectedTransition(Stage stage, Instant at, RunStatus sourceStatus, RunStatus destinationStatus) {

    static ExpectedTransition of(Transition transition, Run run) {
        SideStatuses statuses = run.plan().outcome().statuses(transition.stage());
        return new ExpectedTransition(transition.stage(), transition.at(), statuses.source(), statuses.destination());
    }
}
