package io.wdatamock.refresh;

import io.wdatamock.lifecycle.Run;
import io.wdatamock.memory.Evictable;
import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.Pressure;
import io.wdatamock.wire.ApiException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The runs of one sandbox: all active ones and the newest thousand final ones. The set of active runs is updated as the
 * clock advances, so that no request reads all runs.
 */
final class Runs implements Evictable {

    /** The maximum number of final runs; the oldest are removed first. */
    static final int KEPT = 1000;

    /** The maximum number of active runs. */
    static final int MAX_ACTIVE = 1000;

    /** An active run that the clock will end, and when. */
    private record Due(Instant at, String jobId) {
        static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(Due::jobId);
    }

    private final Map<String, Run> byJob = new LinkedHashMap<>();
    private final Map<String, Deque<String>> byConnection = new HashMap<>();
    private final Map<String, Set<String>> active = new HashMap<>();
    private final TreeSet<Due> due = new TreeSet<>(Due.ORDER);
    private final Consumer<Run> onRemoval;
    private final MemoryAccount account;
    private final Parameters parameters;
    private int activeCount;

    /** Creates an empty collection; {@code onRemoval} receives the runs that are removed. */
    Runs(Consumer<Run> onRemoval, MemoryAccount account) {
        this.onRemoval = onRemoval;
        this.account = account;
        this.parameters = new Parameters(account);
    }

    Parameters parameters() {
        return parameters;
    }

    Optional<Run> find(String jobId) {
        return Optional.ofNullable(byJob.get(jobId));
    }

    /** Returns all runs, the oldest first. */
    List<Run> all() {
        return List.copyOf(byJob.values());
    }

    /** Returns the newest run of the connection. */
    Optional<Run> newest(String connectionId) {
        return Optional.ofNullable(byConnection.get(connectionId))
                .map(Deque::getLast)
                .map(byJob::get);
    }

    /** Returns the newest run of the connection that is active at {@code now}. */
    Optional<Run> newestActive(String connectionId, Instant now) {
        settle(now);
        return Optional.ofNullable(active.get(connectionId))
                .flatMap(jobs -> jobs.stream().reduce((before, after) -> after))
                .map(byJob::get);
    }

    /** Throws 503 if {@code more} runs would exceed the maximum of active runs. */
    void requireRoom(int more, Instant now) {
        settle(now);
        if (activeCount + more > MAX_ACTIVE) {
            throw ApiException.unavailable(
                    "There are %d active runs in this sandbox and %d more would exceed the limit of %d; let some finish"
                            .formatted(activeCount, more, MAX_ACTIVE));
        }
    }

    /** Adds a run, and returns it as stored: with the parameters of an earlier run if they are equal. */
    Run add(Run added, Instant now) {
        Run run = parameters.take(added);
        account.add(run.size());
        byJob.put(run.jobId(), run);
        byConnection
                .computeIfAbsent(run.connectionId(), id -> new ArrayDeque<>())
                .add(run.jobId());
        if (!run.at(now).isDone()) {
            open(run);
        }
        dropOldest();
        return run;
    }

    @Override
    public long bytes() {
        return account.bytes();
    }

    /** Requires that {@link #settle} was called for the current time. */
    @Override
    public boolean evictOldest(Pressure pressure) {
        int kept = pressure == Pressure.LOW ? pressure.kept() : 0;
        return byJob.size() - activeCount > kept && dropOldestFinal();
    }

    /** Replaces a run after it was moved. */
    void replace(Run run, Instant now) {
        Run before = byJob.put(run.jobId(), run);
        account.add(run.size() - (before == null ? 0 : before.size()));
        if (before == null || !isActive(before)) {
            return;
        }
        if (run.at(now).isDone()) {
            close(before);
        } else { // its position among the active runs remains, only its end may have changed
            due(before).ifPresent(due::remove);
            due(run).ifPresent(due::add);
        }
    }

    /** Marks runs as active again that are not final at {@code now}, after the clock was set back. */
    void reopen(Instant now) {
        byJob.values().stream()
                .filter(run -> !isActive(run) && !run.at(now).isDone())
                .forEach(this::open);
    }

    /** Removes and returns all runs of the connection. */
    List<Run> remove(String connectionId) {
        List<Run> removed = byConnection.getOrDefault(connectionId, new ArrayDeque<>()).stream()
                .map(byJob::get)
                .toList();
        removed.forEach(run -> {
            close(run);
            byJob.remove(run.jobId());
            release(run);
        });
        byConnection.remove(connectionId);
        return removed;
    }

    /** Returns the active runs, the oldest first, and those that have become final since the last {@link #settle}. */
    List<Run> open() {
        return byJob.values().stream().filter(this::isActive).toList();
    }

    /** Updates the set of active runs. */
    void settle(Instant now) {
        while (!due.isEmpty() && !due.first().at().isAfter(now)) {
            String jobId = due.first().jobId();
            due.pollFirst();
            find(jobId).ifPresent(this::close);
        }
        dropOldest();
    }

    private void open(Run run) {
        active.computeIfAbsent(run.connectionId(), id -> new LinkedHashSet<>()).add(run.jobId());
        activeCount++;
        due(run).ifPresent(due::add);
    }

    private boolean close(Run run) {
        Set<String> jobs = active.getOrDefault(run.connectionId(), Set.of());
        if (!jobs.contains(run.jobId())) {
            return false;
        }
        jobs.remove(run.jobId());
        if (jobs.isEmpty()) {
            active.remove(run.connectionId());
        }
        activeCount--;
        due(run).ifPresent(due::remove);
        return true;
    }

    private static Optional<Due> due(Run run) {
        return run.doneAt().map(at -> new Due(at, run.jobId()));
    }

    private void dropOldest() {
        Iterator<Run> oldest = byJob.values().iterator();
        while (byJob.size() - activeCount > KEPT) {
            Run run = oldest.next();
            if (!isActive(run)) {
                oldest.remove();
                forget(run);
            }
        }
    }

    private boolean dropOldestFinal() {
        for (Iterator<Run> oldest = byJob.values().iterator(); oldest.hasNext(); ) {
            Run run = oldest.next();
            if (!isActive(run)) {
                oldest.remove();
                forget(run);
                return true;
            }
        }
        return false;
    }

    private void release(Run run) {
        account.add(-run.size());
        parameters.release(run);
    }

    private boolean isActive(Run run) {
        return active.getOrDefault(run.connectionId(), Set.of()).contains(run.jobId());
    }

    private void forget(Run run) {
        release(run);
        Deque<String> jobs = byConnection.getOrDefault(run.connectionId(), new ArrayDeque<>());
        jobs.remove(run.jobId());
        if (jobs.isEmpty()) {
            byConnection.remove(run.connectionId());
        }
        onRemoval.accept(run);
    }
}
