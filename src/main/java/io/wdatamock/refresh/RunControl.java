package io.wdatamock.refresh;

import io.wdatamock.events.Events;
import io.wdatamock.lifecycle.Run;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.lifecycle.Transition;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.ConnectionRunDto;
import io.wdatamock.wire.Sanitizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations of the control API on the runs of one sandbox. Not thread-safe: guarded by the sandbox's lock. */
public final class RunControl {

    private final Runs runs;
    private final Batches batches;
    private final Events events;

    RunControl(Runs runs, Batches batches, Events events) {
        this.runs = runs;
        this.batches = batches;
        this.events = events;
    }

    /** Moves a run to its next stage, by default the newest active run of the connection. */
    public ConnectionRunDto advance(String connectionId, @Nullable String jobId, Instant now) {
        Optional<Run> active = jobId == null
                ? runs.newestActive(connectionId, now)
                : Optional.of(known(connectionId, jobId))
                        .filter(run -> !run.at(now).isDone());
        Run advanced = active.orElseThrow(() -> noneActive(connectionId, jobId)).advance(now);
        runs.replace(advanced, now);
        events.publish(RunView.toEvent(advanced, now));
        return DtoMapper.of(advanced, now);
    }

    /** Returns the next instant at which the clock moves a run; throws 409 if it moves none. */
    public Instant nextChange(Instant now) {
        return runs.open().stream()
                .flatMap(run -> run.ahead(now).stream().limit(1))
                .map(Transition::at)
                .min(Comparator.naturalOrder())
                .orElseThrow(
                        () -> ApiException.conflict(
                                "to",
                                "to was nextChange, but the clock moves none of the runs; refresh a connection, or advance or poll a run"));
    }

    /**
     * Returns when the clock brings a run to a stage, by default the newest active run of the connection, else its newest;
     * throws 409 if it never does, and 404 for an unknown run.
     */
    public Instant reaching(Stage stage, @Nullable String connectionId, @Nullable String jobId, Instant now) {
        Run run = jobId == null
                ? runs.newestActive(Objects.requireNonNull(connectionId), now)
                        .or(() -> newest(connectionId))
                        .orElseThrow(() -> noneActive(connectionId, null))
                : known(connectionId, jobId);
        return run.reaches(stage, now)
                .orElseThrow(() -> ApiException.conflict(
                        "until",
                        "The clock never brings run %s of connection %s to stage %s: %s"
                                .formatted(
                                        Sanitizer.quote(run.jobId()),
                                        Sanitizer.quote(run.connectionId()),
                                        stage,
                                        run.obstacle(stage))));
    }

    private Optional<Run> newest(String connectionId) {
        return runs.all().stream()
                .filter(run -> run.connectionId().equals(connectionId))
                .reduce((older, newer) -> newer);
    }

    /** Returns the runs of one connection, or of all, the newest first. */
    public List<RunView> list(@Nullable String connectionId, Instant now) {
        List<RunView> views = new ArrayList<>(runs.all().stream()
                .filter(run -> connectionId == null || run.connectionId().equals(connectionId))
                .map(run -> RunView.of(run, now))
                .toList());
        Collections.reverse(views);
        return views;
    }

    /** Removes the runs of a connection that was deleted; batches keep their other runs. */
    public void forget(String connectionId) {
        runs.remove(connectionId).forEach(batches::remove);
    }

    /**
     * Updates the runs after a change of the clock, possibly to an earlier time, and publishes those that were or are
     * active.
     */
    public void clockSet(Instant before, Instant now) {
        runs.reopen(now);
        if (events.hasSubscribers()) {
            events.publish(new RunsMoved(runs.open(), before, now));
        }
    }

    public RefreshState state() {
        return new RefreshState(runs.all(), batches.all());
    }

    void restore(RefreshState state, Instant now) {
        state.runs().forEach(run -> runs.add(run, now));
        state.batches().forEach(batches::add);
    }

    private Run known(@Nullable String connectionId, String jobId) {
        return runs.find(jobId)
                .filter(run -> connectionId == null || run.connectionId().equals(connectionId))
                .orElseThrow(() -> ApiException.notFound(
                        "jobId",
                        connectionId == null
                                ? "There is no run " + Sanitizer.quote(jobId)
                                : "Connection %s has no run %s"
                                        .formatted(Sanitizer.quote(connectionId), Sanitizer.quote(jobId))));
    }

    private static ApiException noneActive(String connectionId, @Nullable String jobId) {
        return jobId == null
                ? ApiException.conflict(
                        "connectionId",
                        "Connection %s has no active run; refresh it first".formatted(Sanitizer.quote(connectionId)))
                : ApiException.conflict(
                        "jobId", "Run %s is done and has no next stage".formatted(Sanitizer.quote(jobId)));
    }
}
