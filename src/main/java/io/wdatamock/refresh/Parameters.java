package io.wdatamock.refresh;

import io.wdatamock.lifecycle.Ending;
import io.wdatamock.lifecycle.Run;
import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.Sizes;
import io.wdatamock.wire.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters and metadata of the runs of one sandbox. Equal ones are kept, and counted, once. */
final class Parameters {

    private static final long OVERHEAD = 96;

    /** An object that is kept, how many bytes it takes, and how often runs hold it. */
    private record Held(JsonObject object, long size, int times) {

        private Held changed(int by) {
            return new Held(object, size, times + by);
        }
    }

    private final Map<JsonObject, Held> held = new HashMap<>();
    private final MemoryAccount account;

    Parameters(MemoryAccount account) {
        this.account = account;
    }

    /** How many bytes an object would take that no run holds yet; 0 if one does. */
    long sizeIfNew(@Nullable JsonObject object) {
        return object == null || object.equals(JsonObject.EMPTY) || held.containsKey(object) ? 0 : size(object);
    }

    /** The run with the objects that are kept in the place of equal ones. */
    Run take(Run run) {
        Run.Origin origin = run.origin();
        Ending ending = run.ending();
        return new Run(
                new Run.Origin(
                        origin.jobId(),
                        origin.connectionId(),
                        origin.workspaces(),
                        origin.createdBy(),
                        take(origin.sourceParameters()),
                        take(origin.destinationParameters())),
                run.plan(),
                new Ending(ending.error(), take(ending.sourceMetadata()), take(ending.destinationMetadata())),
                run.moves(),
                run.reads());
    }

    /** Gives up what no other run holds. */
    void release(Run run) {
        all(run).forEach(object -> {
            Held kept = held.get(object);
            if (kept != null && kept.times() > 1) {
                held.put(object, kept.changed(-1));
            } else if (kept != null) {
                held.remove(object);
                account.add(-kept.size());
            }
        });
    }

    private JsonObject take(JsonObject object) {
        if (object.equals(JsonObject.EMPTY)) {
            return JsonObject.EMPTY;
        }
        Held before = held.get(object);
        if (before != null) {
            held.put(object, before.changed(1));
            return before.object();
        }
        long size = size(object);
        held.put(object, new Held(object, size, 1));
        account.add(size);
        return object;
    }

    private static Stream<JsonObject> all(Run run) {
        return Stream.of(
                run.origin().sourceParameters(),
                run.origin().destinationParameters(),
                run.ending().sourceMetadata(),
                run.ending().destinationMetadata());
    }

    private static long size(JsonObject object) {
        return OVERHEAD + Sizes.exactly(object.text());
    }
}
