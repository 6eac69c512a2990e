package io.wdatamock.refresh;

import io.wdatamock.lifecycle.Run;
import io.wdatamock.lifecycle.RunResult;
import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.Sizes;
import io.wdatamock.wire.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters and metadata of the runs of one sandbox. Large equal objects are stored and counted once. */
final class Parameters {

    private static final long OVERHEAD = 96;

    /** The length from which equal objects are shared; for shorter ones the lookup costs more than it saves. */
    private static final int SHORTEST_SHARED = 256;

    /** A stored object, its memory in bytes, and the number of references from runs. */
    private static final class Held {

        private final JsonObject object;
        private final long size;
        private int times;

        private Held(JsonObject object, long size) {
            this.object = object;
            this.size = size;
        }
    }

    private final Map<JsonObject, Held> held = new HashMap<>();
    private final MemoryAccount account;

    Parameters(MemoryAccount account) {
        this.account = account;
    }

    /** Returns the memory in bytes that an object adds; 0 if an equal one is stored. */
    long sizeIfNew(@Nullable JsonObject object) {
        return object == null || (isShared(object) && held.containsKey(object)) ? 0 : size(object);
    }

    /** Returns the run with equal objects replaced by the stored ones. */
    Run take(Run run) {
        Run.Origin origin = run.origin();
        RunResult ending = run.ending();
        return new Run(
                new Run.Origin(
                        origin.jobId(),
                        origin.connectionId(),
                        origin.workspaces(),
                        origin.createdBy(),
                        take(origin.sourceParameters()),
                        take(origin.destinationParameters())),
                run.plan(),
                new RunResult(ending.error(), take(ending.sourceMetadata()), take(ending.destinationMetadata())),
                run.moves(),
                run.reads());
    }

    /** Removes the objects of a run that no other run uses. */
    void release(Run run) {
        release(run.origin().sourceParameters());
        release(run.origin().destinationParameters());
        release(run.ending().sourceMetadata());
        release(run.ending().destinationMetadata());
    }

    private JsonObject take(JsonObject object) {
        if (!isShared(object)) {
            account.add(size(object));
            return object;
        }
        Held kept = held.computeIfAbsent(object, added -> {
            long size = size(added);
            account.add(size);
            return new Held(added, size);
        });
        kept.times++;
        return kept.object;
    }

    private void release(JsonObject object) {
        if (!isShared(object)) {
            account.add(-size(object));
            return;
        }
        Held kept = held.get(object);
        if (kept != null && --kept.times == 0) {
            held.remove(object);
            account.add(-kept.size);
        }
    }

    private static boolean isShared(JsonObject object) {
        return object.text().length() >= SHORTEST_SHARED;
    }

    private static long size(JsonObject object) {
        return object.equals(JsonObject.EMPTY) ? 0 : OVERHEAD + Sizes.exactly(object.text());
    }
}
