package io.wdatamock.lifecycle;

import io.wdatamock.memory.Sizes;
import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of a connection: the facts from which its statuses are computed on each read.
 *
 * @param origin the connection, its parameters, and the client that started the run
 * @param plan the plan that was fixed at the start
 * @param ending the error and metadata that the run reports at its end
 * @param moves the recorded transitions: the start, each one caused by a read or the control API, and the timed ones
 *     before the last of these
 * @param reads how often the stage of the last transition was read
 */
public record Run(Origin origin, Plan plan, RunResult ending, List<Transition> moves, int reads) {

    /** The connection, its parameters, and the client that started the run. */
    public record Origin(
            String jobId,
            String connectionId,
            Workspaces workspaces,
            String createdBy,
            JsonObject sourceParameters,
            JsonObject destinationParameters) {}

    /** The workspaces of the connection, its source and its destination. */
    public record Workspaces(String own, String source, String destination) {}

    /** The memory of a run, its parts, and its entries in collections, in bytes. */
    private static final long OVERHEAD = 640;

    /** The memory of a transition, in bytes. */
    private static final long MOVE = 56;

    public Run {
        moves = List.copyOf(moves);
        if (moves.isEmpty() || moves.get(0).stage() != Stage.QUEUED) {
            throw new InvalidFieldException("moves", "must begin with stage " + Stage.QUEUED);
        }
        for (int i = 1; i < moves.size(); i++) {
            Stage before = moves.get(i - 1).stage();
            Stage wanted = plan.outcome().after(before);
            if (before == Stage.DONE || moves.get(i).stage() != wanted) {
                throw new InvalidFieldException(
                        "moves[%d].stage".formatted(i),
                        "was %s, but must be what follows %s in a run with outcome %s"
                                .formatted(moves.get(i).stage(), before, plan.outcome()));
            }
        }
    }

    /** Returns a run that starts at {@code now}. */
    public static Run start(Origin origin, Plan plan, RunResult ending, Instant now) {
        return new Run(origin, plan, ending, List.of(new Transition(Stage.QUEUED, now)), 0);
    }

    public String jobId() {
        return origin.jobId();
    }

    public String connectionId() {
        return origin.connectionId();
    }

    /** Returns the estimated memory in bytes, without parameters and metadata, which runs may share. */
    public long size() {
        return OVERHEAD
                + Sizes.of(origin.jobId)
                + Sizes.of(origin.createdBy)
                + Sizes.of(ending.error())
                + MOVE * moves.size();
    }

    /** Returns the instant of the start. */
    public Instant created() {
        return moves.get(0).at();
    }

    /** Returns the newest instant among the facts. Transitions that the clock alone causes are not facts. */
    public Instant lastMove() {
        return lastOf(moves).at();
    }

    /** Returns the state at {@code now}. */
    public RunState at(Instant now) {
        List<Transition> timeline = new ArrayList<>(moves);
        Transition last = lastOf(timeline);
        for (Optional<Transition> next = next(last, now); next.isPresent(); next = next(last, now)) {
            last = next.get();
            timeline.add(last);
        }
        return new RunState(List.copyOf(timeline), plan.outcome().statuses(last.stage()));
    }

    /** Returns the transitions after {@code now} that the clock will cause. */
    public List<Transition> ahead(Instant now) {
        List<Transition> timeline = at(Instant.MAX).timeline();
        return timeline.subList(at(now).timeline().size(), timeline.size());
    }

    /**
     * Returns when the clock brings the run to a stage: {@code now} if it is there already or beyond it; empty if the clock
     * alone never does.
     */
    public Optional<Instant> reaches(Stage stage, Instant now) {
        if (at(now).stage().compareTo(stage) >= 0) {
            return Optional.of(now);
        }
        return ahead(now).stream()
                .filter(transition -> transition.stage() == stage)
                .map(Transition::at)
                .findFirst();
    }

    /** Returns why the clock alone never brings the run to a stage, as the end of a sentence. */
    public String obstacle(Stage stage) {
        Stage last = at(Instant.MAX).stage();
        if (last == Stage.DONE) {
            return "its outcome %s has no stage %s".formatted(plan.outcome(), stage);
        }
        if (plan.outcome().stallsIn(last)) {
            return "its outcome %s stalls in stage %s until it is advanced".formatted(plan.outcome(), last);
        }
        return plan.endsAfter(last, Integer.MAX_VALUE)
                ? "only reads of its status end stage " + last
                : "only the control API ends stage " + last;
    }

    /** Returns when the clock will have ended the run; empty if the clock alone does not end it. */
    public Optional<Instant> doneAt() {
        return Optional.of(at(Instant.MAX)).filter(RunState::isDone).map(RunState::updated);
    }

    /** Returns this run after a read of its status. A polled run moves on when its stage was read often enough. */
    public Run read(Instant now) {
        Stage stage = at(now).stage();
        if (plan.endsAfter(stage, reads)) {
            return movedTo(plan.outcome().after(stage), now, 1);
        }
        return plan.endsAfter(stage, Integer.MAX_VALUE) ? new Run(origin, plan, ending, moves, reads + 1) : this;
    }

    /**
     * Returns this run in its next stage from {@code now} on, with any pacing.
     *
     * @throws IllegalStateException if the run is final
     */
    public Run advance(Instant now) {
        Stage stage = at(now).stage();
        if (stage == Stage.DONE) {
            throw new IllegalStateException("Run " + jobId() + " is done and has no next stage");
        }
        return movedTo(plan.outcome().after(stage), now, 0);
    }

    private Run movedTo(Stage stage, Instant now, int shown) {
        List<Transition> moved = new ArrayList<>(at(now).timeline());
        moved.add(new Transition(stage, now));
        return new Run(origin, plan, ending, moved, shown);
    }

    private Optional<Transition> next(Transition last, Instant now) {
        Optional<Duration> length = plan.length(last.stage());
        return length.map(last.at()::plus)
                .filter(end -> !end.isAfter(now))
                .map(end -> new Transition(plan.outcome().after(last.stage()), end));
    }

    private static Transition lastOf(List<Transition> transitions) {
        return transitions.get(transitions.size() - 1);
    }
}
