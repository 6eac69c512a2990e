package io.wdatamock.observation;

import io.wdatamock.wire.Limits;
import io.wdatamock.wire.VendorOperation;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The history of a service as far as the clients of one sandbox saw it. Not thread-safe. */
public final class History {

    /** More connections are not kept; the ones seen first are dropped first. */
    static final int MAX_CONNECTIONS = 1_000;

    private static final int FORBIDDEN = 403;
    private static final int LOCKED = 423;
    private static final int TOO_MANY = 429;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final Map<String, ConnectionHistory> connections = new LinkedHashMap<>();
    private final Map<String, Instant> retryAt = new LinkedHashMap<>();
    private long count;
    private long size;

    /** Returns how many observations were added. */
    public long count() {
        return count;
    }

    /** Returns the connections, those seen first at first. */
    public Collection<ConnectionHistory> connections() {
        return connections.values();
    }

    /**
     * Returns the history of a connection; empty if it is unknown, or if another request for it was answered at the
     * same time, because the order of the two is then unknown.
     */
    public Optional<ConnectionHistory> before(Observation seen, String connectionId) {
        return Optional.ofNullable(connections.get(connectionId)).filter(known -> known.isSettledFor(seen));
    }

    /** Returns the history of the connection in the path; see {@link #before(Observation, String)}. */
    public Optional<ConnectionHistory> before(Observation seen) {
        String connectionId = seen.call().connectionId();
        return connectionId == null ? Optional.empty() : before(seen, connectionId);
    }

    /** Returns when the client may repeat a request that was answered with 429; empty if it may any time. */
    public Optional<Instant> retryAt(Observation seen) {
        return Optional.ofNullable(retryAt.get(key(seen)));
    }

    /** Adds an observation. */
    public void add(Observation seen) {
        count++;
        addRetry(seen);
        if (seen.call().connectionId() != null) {
            addRequest(seen, seen.call().connectionId());
        }
        seen.connections().forEach(connection -> show(seen, connection));
        boolean isSingle = seen.calls(VendorOperation.REFRESH_CONNECTION);
        for (SeenRun run : seen.allRuns()) {
            change(seen, run.connectionId(), known -> {
                if (seen.startsRuns()) {
                    known.start(run, seen.at(), isSingle);
                } else {
                    known.see(run, seen.at());
                }
            });
        }
    }

    /** Returns the estimated memory in bytes. */
    public long size() {
        return size;
    }

    /** Forgets the connection that was seen first; false if there is none. */
    public boolean removeOldest() {
        if (connections.isEmpty()) {
            return false;
        }
        Iterator<ConnectionHistory> oldest = connections.values().iterator();
        size -= oldest.next().size();
        oldest.remove();
        return true;
    }

    private void addRetry(Observation seen) {
        String seconds = seen.header("Retry-After").orElse("");
        boolean isKept = !Limits.isTooLong(seen.call().connectionId(), Limits.ID);
        if (seen.status() == TOO_MANY && isKept && SECONDS.matcher(seconds).matches()) {
            retryAt.put(key(seen), seen.at().plusSeconds(Long.parseLong(seconds)));
            if (retryAt.size() > MAX_CONNECTIONS) {
                retryAt.remove(retryAt.keySet().iterator().next());
            }
        } else {
            retryAt.remove(key(seen));
        }
    }

    private void addRequest(Observation seen, String connectionId) {
        if (seen.startsRuns()) {
            change(seen, connectionId, ConnectionHistory::refreshed);
        } else if (seen.status() == FORBIDDEN || seen.status() == LOCKED) {
            change(seen, connectionId, known -> known.refuse(seen.status()));
        } else if (connections.containsKey(connectionId)) {
            change(seen, connectionId, known -> known.permit(seen.isSuccess()));
        }
    }

    private void show(Observation seen, JsonNode connection) {
        change(seen, connection.path("connectionId").asString(""), known -> known.show(connection));
    }

    private void change(Observation seen, String connectionId, Consumer<ConnectionHistory> change) {
        if (connectionId.isEmpty() || connectionId.length() > Limits.ID) {
            return;
        }
        ConnectionHistory known = connections.get(connectionId);
        if (known != null && known.isNewerThan(seen)) {
            return;
        }
        if (known == null) {
            known = new ConnectionHistory(connectionId);
            connections.put(connectionId, known);
        } else {
            size -= known.size();
        }
        known.touch(count, seen.at());
        change.accept(known);
        size += known.size();
        if (connections.size() > MAX_CONNECTIONS) {
            removeOldest();
        }
    }

    private static String key(Observation seen) {
        return seen.operation() + " " + seen.call().connectionId();
    }
}
