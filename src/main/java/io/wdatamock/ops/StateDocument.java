package io.wdatamock.ops;

import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.Sandboxes;
import io.wdatamock.sandbox.Snapshot;
import io.wdatamock.wire.ApiException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The state of all sandboxes as one document.
 *
 * @param format always {@link #FORMAT}
 * @param version the version of the snapshots
 * @param sandboxes the sandboxes by name
 */
record StateDocument(String format, int version, Map<String, Saved> sandboxes) {

    /**
     * A sandbox.
     *
     * @param savedAt when it was saved, in real time
     */
    record Saved(Instant savedAt, Snapshot snapshot) {

        Saved {
            Objects.requireNonNull(savedAt, "savedAt is missing");
            Objects.requireNonNull(snapshot, "snapshot is missing");
        }
    }

    StateDocument {
        Objects.requireNonNull(sandboxes, "sandboxes is missing");
    }

    /** The format that distinguishes the file from others. */
    static final String FORMAT = "wdata-mock-state";

    /** Returns the state of all sandboxes; each is consistent in itself. */
    static StateDocument of(Sandboxes sandboxes, InstantSource realTime) {
        Map<String, Saved> saved = new TreeMap<>();
        sandboxes
                .all()
                .forEach(sandbox -> saved.put(sandbox.name(), new Saved(realTime.instant(), sandbox.snapshot())));
        return new StateDocument(FORMAT, Snapshot.VERSION, saved);
    }

    /**
     * Restores all sandboxes. Clocks that run have continued since they were saved.
     *
     * @throws IllegalArgumentException if a snapshot is damaged, or does not fit
     */
    void restore(Sandboxes live, InstantSource realTime) {
        sandboxes.forEach((name, saved) -> {
            try {
                Sandbox sandbox = live.enter(name);
                try {
                    Snapshot whole = saved.snapshot.checked();
                    sandbox.restore(whole.continuedFrom(saved.savedAt, realTime.instant()));
                } finally {
                    live.leave(sandbox);
                }
            } catch (ApiException | NullPointerException | DateTimeException e) {
                throw new IllegalArgumentException("Sandbox \"%s\": %s".formatted(name, e.getMessage()), e);
            }
        });
    }
}
