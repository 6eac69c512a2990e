package io.wdatamock.lifecycle;

import java.time.Instant;
import java.util.List;

/**
 * The state of a run at one instant.
 *
 * @param timeline the stages entered so far, in order
 * @param statuses the statuses of both sides
 */
public record RunState(List<Transition> timeline, SideStatuses statuses) {

    /** Returns the current stage. */
    public Stage stage() {
        return last().stage();
    }

    /** Returns when the current stage began. */
    public Instant updated() {
        return last().at();
    }

    public boolean isDone() {
        return stage() == Stage.DONE;
    }

    private Transition last() {
        return timeline.get(timeline.size() - 1);
    }
}
