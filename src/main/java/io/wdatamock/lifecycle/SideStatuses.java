package io.wdatamock.lifecycle;

import io.wdatamock.wire.RunStatus;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;

/** The statuses of source and destination of a run or a batch. */
public record SideStatuses(RunStatus source, RunStatus destination) {

    /** Whether both statuses are final. */
    public boolean areFinal() {
        return source.isFinal() && destination.isFinal();
    }

    /**
     * Returns the statuses of a batch, for each side: {@code error} if any run has it; {@code not_started} if all have
     * it; {@code running} if any is not final; {@code complete} if any has it; otherwise {@code cancelled}.
     */
    public static SideStatuses together(Collection<SideStatuses> children) {
        return new SideStatuses(
                together(children, SideStatuses::source), together(children, SideStatuses::destination));
    }

    private static RunStatus together(Collection<SideStatuses> children, Function<SideStatuses, RunStatus> side) {
        Predicate<RunStatus> notStarted = RunStatus.NOT_STARTED::equals;
        if (any(children, side, RunStatus.ERROR::equals)) {
            return RunStatus.ERROR;
        }
        if (!any(children, side, notStarted.negate())) {
            return RunStatus.NOT_STARTED;
        }
        if (any(children, side, status -> !status.isFinal())) {
            return RunStatus.RUNNING;
        }
        return any(children, side, RunStatus.COMPLETE::equals) ? RunStatus.COMPLETE : RunStatus.CANCELLED;
    }

    private static boolean any(
            Collection<SideStatuses> children, Function<SideStatuses, RunStatus> side, Predicate<RunStatus> test) {
        return children.stream().map(side).anyMatch(test);
    }
}
