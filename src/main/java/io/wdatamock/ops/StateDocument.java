package io.wdatamock.ops;

import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.Sandboxes;
import io.wdatamock.sandbox.Snapshot;
import io.wdatamock.wire.ApiException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of all sandboxes as one document.
 *
 * @param format always {@link #FORMAT}
 * @param version the version of the snapshots
 * @param savedAt when it was saved, in real time
 * @param sandboxes the snapshots by the name of the sandbox
 */
record StateDocument(String format, int version, Instant savedAt, Map<String, Snapshot> sandboxes) {

    /** The format that distinguishes the file from others. */
    static final String FORMAT = "wdata-mock-state";

    /** Returns the state of all sandboxes; each is consistent in itself. */
    static StateDocument of(Sandboxes sandboxes, Instant now) {
        Map<String, Snapshot> snapshots = new TreeMap<>();
        sandboxes.all().forEach(sandbox -> snapshots.put(sandbox.name(), sandbox.snapshot()));
        return new StateDocument(FORMAT, Snapshot.VERSION, now, snapshots);
    }

    /**
     * Restores all sandboxes. Clocks that run have continued since the document was saved.
     *
     * @throws IllegalArgumentException if a snapshot is damaged, or does not fit
     */
    void restore(Sandboxes live, Instant now) {
        sandboxes.forEach((name, snapshot) -> {
            try {
                Sandbox sandbox = live.enter(name);
                try {
                    sandbox.restore(snapshot.checked().continuedFrom(savedAt, now));
                } finally {
                    live.leave(sandbox);
                }
            } catch (ApiException e) {
                throw new IllegalArgumentException("Sandbox \"%s\": %s".formatted(name, e.getMessage()), e);
            }
        });
    }
}
