package io.wdatamock.lifecycle;

import java.time.Instant;
import java.util.List;

/**
 * Where a run stands at one instant.
 *
 * @param timeline the stages it has entered so far, the first one first
 * @param statuses what both sides show
 */
public record RunState(List<Transition> timeline, SideStatuses statuses) {

    /** The stage it is in. */
    public Stage stage() {
        return last().stage();
    }

    /** When it entered that stage. */
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
