package io.wdatamock.observation;

import io.wdatamock.lifecycle.SideStatuses;
import io.wdatamock.memory.Sizes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.MissingNode;

/** What clients saw of one run. */
public final class RunHistory {

    /** A run whose status does not change in an orderly way is not kept in full. */
    private static final int MAX_SIGHTS = 20;

    private static final long OVERHEAD = 400;
    private static final long SIGHT = 120;

    /** The memory of parsed JSON in relation to its text. */
    private static final int JSON_FACTOR = 4;

    /**
     * A period in which the statuses were the same whenever a client looked.
     *
     * @param first when a client saw them first
     * @param last when a client saw them last
     * @param sinceStart the time from {@code created} to {@code updated} of the run; null if they are missing
     */
    public record Sight(
            Instant first,
            Instant last,
            SideStatuses statuses,
            @Nullable Duration sinceStart) {}

    private final String jobId;
    private final @Nullable Instant startedAt;
    private final List<Sight> sights = new ArrayList<>();
    private SeenRun newest = new SeenRun(MissingNode.getInstance());
    private @Nullable Instant overlappedAt;
    private long size = OVERHEAD;

    /** Creates the history of a run; {@code startedAt} is null if the client did not see it start. */
    RunHistory(String jobId, @Nullable Instant startedAt) {
        this.jobId = jobId;
        this.startedAt = startedAt;
    }

    public String jobId() {
        return jobId;
    }

    /** Returns when the run started, by the service, or by its first sight. */
    Instant created() {
        return newest.created()
                .orElseGet(() -> sights.isEmpty() ? Instant.MIN : sights.get(0).first());
    }

    /** Returns when the client started the run; empty if the run was started otherwise. */
    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public List<Sight> sights() {
        return sights;
    }

    /** Returns the run as it was seen last; maps and errors of more than 4 KiB are missing. */
    public SeenRun newest() {
        return newest;
    }

    /** Returns the statuses that were seen last. */
    public Optional<SideStatuses> statuses() {
        return sights.isEmpty() ? Optional.empty() : Optional.of(last().statuses());
    }

    /** Whether the run was not final when it was seen last. */
    public boolean isActive() {
        return statuses().map(last -> !last.areFinal()).orElse(false);
    }

    /** Returns the start of a later run that the service accepted when this one was last seen active. */
    public Optional<Instant> overlappedAt() {
        return Optional.ofNullable(overlappedAt);
    }

    void overlap(Instant startOfOther) {
        overlappedAt = overlappedAt == null ? startOfOther : overlappedAt;
    }

    void add(SeenRun run, Instant at) {
        SideStatuses statuses = run.statuses().orElse(null);
        if (statuses == null) {
            return;
        }
        newest = new SeenRun(BoundedJson.of(run.json()));
        size = OVERHEAD + Sizes.of(newest.json().toString()) * JSON_FACTOR;
        Duration sinceStart = run.created()
                .flatMap(created -> run.updated().map(updated -> Duration.between(created, updated)))
                .orElse(null);
        if (!sights.isEmpty() && last().statuses().equals(statuses)) {
            sights.set(sights.size() - 1, new Sight(last().first(), at, statuses, sinceStart));
        } else if (sights.size() < MAX_SIGHTS) {
            sights.add(new Sight(at, at, statuses, sinceStart));
        }
    }

    private Sight last() {
        return sights.get(sights.size() - 1);
    }

    /** Returns the estimated memory in bytes. */
    long size() {
        return size + SIGHT * sights.size();
    }
}
