package io.wdatamock.lifecycle;

import static io.wdatamock.lifecycle.Stage.DESTINATION;
import static io.wdatamock.lifecycle.Stage.DONE;
import static io.wdatamock.lifecycle.Stage.QUEUED;
import static io.wdatamock.lifecycle.Stage.SOURCE;
import static io.wdatamock.wire.RunStatus.CANCELLED;
import static io.wdatamock.wire.RunStatus.COMPLETE;
import static io.wdatamock.wire.RunStatus.ERROR;
import static io.wdatamock.wire.RunStatus.NOT_STARTED;
import static io.wdatamock.wire.RunStatus.RUNNING;

import com.fasterxml.jackson.annotation.JsonValue;
import io.wdatamock.wire.RunStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a run ends, which determines its stages. A failure or cancellation takes effect when its stage would have ended.
 */
public enum Outcome {
    SUCCEED(DESTINATION, COMPLETE, COMPLETE),
    FAIL_SOURCE(SOURCE, ERROR, CANCELLED),
    FAIL_DESTINATION(DESTINATION, COMPLETE, ERROR),
    CANCEL_SOURCE(SOURCE, CANCELLED, CANCELLED),
    CANCEL_DESTINATION(DESTINATION, COMPLETE, CANCELLED),
    /** Fails before the first stage, with any pacing. */
    FAIL_INITIATION(QUEUED, ERROR, CANCELLED),
    /** The source runs until the control API advances the run, which then succeeds. */
    STALL_SOURCE(DESTINATION, COMPLETE, COMPLETE, SOURCE),
    /** The destination runs until the control API advances the run, which then succeeds. */
    STALL_DESTINATION(DESTINATION, COMPLETE, COMPLETE, DESTINATION);

    private final Stage last;
    private final RunStatus source;
    private final RunStatus destination;
    private final @Nullable Stage stalled;

    Outcome(Stage last, RunStatus source, RunStatus destination) {
        this(last, source, destination, null);
    }

    Outcome(Stage last, RunStatus source, RunStatus destination, @Nullable Stage stalled) {
        this.last = last;
        this.source = source;
        this.destination = destination;
        this.stalled = stalled;
    }

    /** Returns the stage after {@code stage} in a run with this outcome. */
    Stage after(Stage stage) {
        return stage == last ? DONE : stage == QUEUED ? SOURCE : DESTINATION;
    }

    /** Whether a run with this outcome stays in {@code stage} until the control API advances it. */
    boolean stallsIn(Stage stage) {
        return stage == stalled;
    }

    /** Whether a run with this outcome ends before its first stage. */
    boolean endsAtOnce() {
        return last == QUEUED;
    }

    /** Returns the statuses of both sides at the end of a run with this outcome. */
    public SideStatuses end() {
        return new SideStatuses(source, destination);
    }

    /** Whether a run with this outcome writes to its destination, possibly after it was advanced. */
    public boolean reachesDestination() {
        return last == DESTINATION;
    }

    /** Returns the statuses of both sides in {@code stage}. */
    public SideStatuses statuses(Stage stage) {
        return switch (stage) {
            case QUEUED -> new SideStatuses(NOT_STARTED, NOT_STARTED);
            case SOURCE -> new SideStatuses(RUNNING, NOT_STARTED);
            case DESTINATION -> new SideStatuses(COMPLETE, RUNNING);
            case DONE -> end();
        };
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
