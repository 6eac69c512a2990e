package io.wdatamock.observation;

import io.wdatamock.memory.Sizes;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What clients saw of one connection. */
public final class ConnectionHistory {

    /** More runs of one connection are not kept; the oldest are dropped first. */
    private static final int MAX_RUNS = 100;

    private static final int FORBIDDEN = 403;

    private static final long OVERHEAD = 400;

    /** The memory of parsed JSON in relation to its text. */
    private static final int JSON_FACTOR = 4;

    private final String connectionId;
    private final Map<String, RunHistory> runs = new LinkedHashMap<>();
    private JsonNode newest = MissingNode.getInstance();
    private @Nullable Integer refusal;
    private boolean shownWithoutRuns;
    private boolean refreshed;
    private boolean foreignRuns;
    private long lastObservation;
    private Instant lastAt = Instant.MIN;
    private long size = OVERHEAD;

    ConnectionHistory(String connectionId) {
        this.connectionId = connectionId;
    }

    public String connectionId() {
        return connectionId;
    }

    /** Returns the connection as it was listed or read last, without runs; missing if it never was. */
    public JsonNode newest() {
        return newest;
    }

    /** Returns the status 403 or 423 if requests for the connection were answered so. */
    public Optional<Integer> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Whether the connection was shown without a last run, and not refreshed since. */
    public boolean isShownWithoutRuns() {
        return shownWithoutRuns;
    }

    /** Whether a refresh was accepted since the connection was listed or read last. */
    public boolean isRefreshed() {
        return refreshed;
    }

    /** Returns the known runs, the oldest first. */
    public Collection<RunHistory> runs() {
        return runs.values();
    }

    public Optional<RunHistory> run(String jobId) {
        return Optional.ofNullable(runs.get(jobId));
    }

    /** Returns the known run that was started last. */
    public Optional<RunHistory> newestRun() {
        return runs.values().stream().reduce((one, other) -> other.created().isBefore(one.created()) ? one : other);
    }

    /** Whether runs were seen that the client did not start. */
    public boolean hasForeignRuns() {
        return foreignRuns;
    }

    /** Whether nothing else was observed while the request was answered. */
    boolean isSettledFor(Observation seen) {
        return lastObservation <= seen.known() && !isNewerThan(seen);
    }

    /** Whether a later request was observed before, as when a recording is added twice. */
    boolean isNewerThan(Observation seen) {
        return seen.at().isBefore(lastAt);
    }

    void touch(long observation, Instant at) {
        lastObservation = observation;
        lastAt = at;
    }

    /** Notes a refresh that was accepted. */
    void refreshed() {
        refreshed = true;
        shownWithoutRuns = false;
        refusal = null;
    }

    /** Notes a request other than a refresh; one that succeeded shows that the connection is not forbidden. */
    void permit(boolean isSuccess) {
        if (isSuccess && refusal != null && refusal == FORBIDDEN) {
            refusal = null;
        }
    }

    void refuse(int status) {
        refusal = status;
    }

    void show(JsonNode connection) {
        newest = BoundedJson.of(connection);
        size = OVERHEAD + Sizes.of(newest.toString()) * JSON_FACTOR;
        refreshed = false;
        shownWithoutRuns = connection.path("lastRunJobId").isMissingNode()
                && connection.path("lastRun").isMissingNode()
                && runs.isEmpty();
    }

    /** Adds a run that the client started, which may overlap with runs that were last seen active. */
    void start(SeenRun run, Instant at, boolean isSingle) {
        if (isSingle) {
            Instant created = run.created().orElse(at);
            runs.values().stream()
                    .filter(other -> other.isActive() && !other.created().isAfter(created))
                    .forEach(other -> other.overlap(created));
        }
        refreshed();
        runs.putIfAbsent(run.jobId(), new RunHistory(run.jobId(), at));
        if (runs.size() > MAX_RUNS) {
            runs.remove(runs.keySet().iterator().next());
        }
        see(run, at);
    }

    /** Adds what a response shows of a run. A run that started elsewhere is not kept. */
    void see(SeenRun run, Instant at) {
        RunHistory known = runs.get(run.jobId());
        if (known != null) {
            known.add(run, at);
        } else {
            shownWithoutRuns = false;
            foreignRuns = true;
        }
    }

    /** Returns the estimated memory in bytes. */
    long size() {
        return size + runs.values().stream().mapToLong(RunHistory::size).sum();
    }
}
