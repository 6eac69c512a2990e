package io.wdatamock.refresh;

import io.wdatamock.lifecycle.Stage;
import io.wdatamock.wire.RunStatus;
import java.time.Instant;

/** A transition that the clock will cause, and the statuses of both sides after it. */
public record ExpectedTransition(Stage stage, Instant at, RunStatus sourceStatus, RunStatus destinationStatus) {}
