package io.wdatamock.sandbox;

import io.wdatamock.connection.Connection;
import io.wdatamock.connection.NameRule;
import io.wdatamock.fault.ActiveFault;
import io.wdatamock.lifecycle.Run;
import io.wdatamock.refresh.Batch;
import io.wdatamock.time.Rfc3339;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rejects with 400 a state that no sandbox can reach, naming the location. */
final class StateCheck {

    /** The only number that may be negative. */
    private static final String SEED = "state.draws.seed";

    private StateCheck() {}

    static void requireConsistent(StateSnapshot state) {
        requireComplete("state", state);
        Double rate = state.rate();
        require(
                rate == null || ClockControl.isAllowed(rate),
                "state.rate",
                "was %s, but must be from 0.1 to 10000".formatted(rate));
        requireDistinct("connections", "connectionId", state.connections(), Connection::connectionId);
        requireDistinct("refreshes.runs", "origin.jobId", state.refreshes().runs(), Run::jobId);
        requireDistinct("refreshes.batches", "batchId", state.refreshes().batches(), Batch::batchId);
        requireDistinct("tokens", "value", state.tokens(), token -> token.value());
        requireDistinct("faults", "id", state.faults(), ActiveFault::id);
        requireConnections(state.connections());
        requireRuns(state);
        requireBatches(state);
        requireFaults(state.faults());
        requireDrawn("job", state.refreshes().runs().size(), state);
        requireDrawn("batch", state.refreshes().batches().size(), state);
        requireDrawn("fault", state.faults().size(), state);
        requireDrawn("token", state.tokens().size(), state);
    }

    /** Requires that at least as many IDs were generated as are in use, so that none is generated again. */
    private static void requireDrawn(String kind, int used, StateSnapshot state) {
        long drawn = state.draws().counters().getOrDefault(kind, 0L);
        require(
                drawn >= used,
                "state.draws.counters." + kind,
                "was %d, but must be at least %d, as many as there are".formatted(drawn, used));
    }

    /**
     * Requires that no value is null unless permitted, no number is negative, and every instant is in the range of RFC
     * 3339.
     */
    private static void requireComplete(String place, @Nullable Object value) {
        require(value != null, place, "was null, but must have a value");
        if (value instanceof Instant instant) {
            require(Rfc3339.canWrite(instant), place, "was " + instant + ", but must be " + Rfc3339.RULE);
        } else if (value instanceof Number number) {
            boolean isAllowed = place.equals(SEED) || number.doubleValue() >= 0;
            require(isAllowed, place, "was " + number + ", but must not be negative");
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                requireComplete(place + "[" + i + "]", list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> requireComplete(place + "." + Sanitizer.clean(String.valueOf(key)), entry));
        } else if (value instanceof Record && isOurs(value.getClass())) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                requireComponent(place, component, value);
            }
        }
    }

    private static void requireComponent(String place, RecordComponent component, Object owner) {
        Object value = read(component, owner);
        boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (value != null || !mayBeNull) {
            requireComplete(place + "." + component.getName(), value);
        }
    }

    /** Whether the type is one of this project; the JSON of clients is not checked. */
    private static boolean isOurs(Class<?> type) {
        return !type.getPackageName().endsWith(".wire");
    }

    private static @Nullable Object read(RecordComponent component, Object owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static <T> void requireDistinct(String list, String key, List<T> entries, Function<T, String> keys) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String value = keys.apply(entries.get(i));
            String place = "state.%s[%d].%s".formatted(list, i, key);
            require(
                    seen.add(value),
                    place,
                    "was %s, which an entry before it has already".formatted(Sanitizer.quote(value)));
        }
    }

    private static void requireConnections(List<Connection> connections) {
        for (int i = 0; i < connections.size(); i++) {
            Connection connection = connections.get(i);
            String id = connection.connectionId();
            String place = "state.connections[" + i + "].";
            boolean isAllowed = NameRule.permits(id) && !id.equals("batch");
            require(
                    isAllowed,
                    place + "connectionId",
                    "was %s, but must be %s, and not \"batch\"".formatted(Sanitizer.quote(id), NameRule.RULE));
            int most = connection.scripts().size();
            require(
                    connection.scriptsTaken() <= most,
                    place + "scriptsTaken",
                    "was %d, but must be from 0 to %d".formatted(connection.scriptsTaken(), most));
        }
    }

    private static void requireRuns(StateSnapshot state) {
        Set<String> known = new HashSet<>();
        state.connections().forEach(connection -> known.add(connection.connectionId()));
        List<Run> runs = state.refreshes().runs();
        for (int i = 0; i < runs.size(); i++) {
            String id = runs.get(i).connectionId();
            require(
                    known.contains(id),
                    "state.refreshes.runs[%d].origin.connectionId".formatted(i),
                    "was %s, but must be the ID of a connection".formatted(Sanitizer.quote(id)));
        }
    }

    private static void requireBatches(StateSnapshot state) {
        Set<String> free = new HashSet<>();
        state.refreshes().runs().forEach(run -> free.add(run.jobId()));
        List<Batch> batches = state.refreshes().batches();
        for (int i = 0; i < batches.size(); i++) {
            List<String> jobs = batches.get(i).jobIds();
            String place = "state.refreshes.batches[%d].jobIds".formatted(i);
            require(!jobs.isEmpty(), place, "was empty, but must have at least one entry");
            for (int j = 0; j < jobs.size(); j++) {
                require(
                        free.remove(jobs.get(j)),
                        place + "[" + j + "]",
                        "was %s, but must be the ID of a run that is in no other batch"
                                .formatted(Sanitizer.quote(jobs.get(j))));
            }
        }
    }

    private static void requireFaults(List<ActiveFault> faults) {
        for (int i = 0; i < faults.size(); i++) {
            ActiveFault fault = faults.get(i);
            require(
                    fault.hits() <= fault.matches(),
                    "state.faults[%d].hits".formatted(i),
                    "was %d, but must be at most matches, which was %d".formatted(fault.hits(), fault.matches()));
        }
    }

    private static void require(boolean holds, String place, String complaint) {
        if (!holds) {
            throw ApiException.badRequest(place, place + " " + complaint);
        }
    }
}
