package io.wdatamock.lifecycle;

import io.wdatamock.wire.JsonObject;
import io.wdatamock.wire.RunStatus;
import java.time.Instant;
import java.util.Map;

/** Sample runs and the expected statuses of their stages. */
final class RunSamples {

    static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private static final Run.Origin ORIGIN = new Run.Origin(
            "job-1",
            "connection-1",
            new Run.Workspaces("own", "source", "destination"),
            "anonymous",
            JsonObject.EMPTY,
            JsonObject.EMPTY);

    private static final Map<Outcome, SideStatuses> ENDS = Map.of(
            Outcome.SUCCEED, new SideStatuses(RunStatus.COMPLETE, RunStatus.COMPLETE),
            Outcome.FAIL_SOURCE, new SideStatuses(RunStatus.ERROR, RunStatus.CANCELLED),
            Outcome.FAIL_DESTINATION, new SideStatuses(RunStatus.COMPLETE, RunStatus.ERROR),
            Outcome.CANCEL_SOURCE, new SideStatuses(RunStatus.CANCELLED, RunStatus.CANCELLED),
            Outcome.CANCEL_DESTINATION, new SideStatuses(RunStatus.COMPLETE, RunStatus.CANCELLED),
            Outcome.FAIL_INITIATION, new SideStatuses(RunStatus.ERROR, RunStatus.CANCELLED),
            Outcome.STALL_SOURCE, new SideStatuses(RunStatus.COMPLETE, RunStatus.COMPLETE),
            Outcome.STALL_DESTINATION, new SideStatuses(RunStatus.COMPLETE, RunStatus.COMPLETE));

    private RunSamples() {}

    static Instant millis(long elapsed) {
        return START.plusMillis(elapsed);
    }

    static Run run(Outcome outcome, Pacing pacing) {
        return Run.start(ORIGIN, new Plan(outcome, pacing), RunResult.EMPTY, START);
    }

    static Run read(Run run, int times) {
        Run seen = run;
        for (int i = 0; i < times; i++) {
            seen = seen.read(START);
        }
        return seen;
    }

    static Run advanced(Run run, int times) {
        Run moved = run;
        for (int i = 0; i < times; i++) {
            moved = moved.advance(START);
        }
        return moved;
    }

    /** The expected statuses of both sides in a stage, independent of the implementation. */
    static SideStatuses shown(Outcome outcome, Stage stage) {
        return switch (stage) {
            case QUEUED -> new SideStatuses(RunStatus.NOT_STARTED, RunStatus.NOT_STARTED);
            case SOURCE -> new SideStatuses(RunStatus.RUNNING, RunStatus.NOT_STARTED);
            case DESTINATION -> new SideStatuses(RunStatus.COMPLETE, RunStatus.RUNNING);
            case DONE -> ENDS.get(outcome);
        };
    }
}
