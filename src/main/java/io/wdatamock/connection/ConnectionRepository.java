package io.wdatamock.connection;

import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The connections of one sandbox, in memory. Not thread-safe: the sandbox's lock guards it. */
public final class ConnectionRepository {

    private final Map<String, Connection> byId = new HashMap<>();
    private final TreeSet<ConnectionKey> order = new TreeSet<>();

    /** The memory of a seed connection in one sandbox, in bytes; its texts are shared. */
    private static final long SHARED = 256;

    private final Map<String, Long> owned = new HashMap<>();
    private final MemoryAccount account;

    /** Creates a repository with the connections of the seed, which all sandboxes share. */
    public ConnectionRepository(Collection<Connection> seeded, MemoryAccount account) {
        this.account = account;
        seeded.forEach(this::save);
    }

    /** Adds a connection to this sandbox, or replaces the one with its ID. */
    public void put(Connection connection) {
        account.requireRoom(connection.size() - owned.getOrDefault(connection.connectionId(), 0L));
        putCounted(connection);
    }

    /** Adds the connections of a snapshot. */
    public void restore(Collection<Connection> connections) {
        connections.forEach(this::putCounted);
    }

    private void putCounted(Connection connection) {
        save(connection);
        long size = connection.size();
        Long before = owned.put(connection.connectionId(), size);
        account.add(size - (before == null ? 0 : before));
    }

    public Optional<Connection> find(String connectionId) {
        return Optional.ofNullable(byId.get(connectionId));
    }

    /** Returns the connection, or throws 404 with this {@code target}. */
    public Connection get(String connectionId, String target) {
        return find(connectionId)
                .orElseThrow(() -> ApiException.notFound(
                        target,
                        "There is no connection %s; listConnections shows the existing ones"
                                .formatted(Sanitizer.quote(connectionId))));
    }

    /** Stores a connection without counting its texts as memory of this sandbox, because they are shared. */
    public void save(Connection connection) {
        ConnectionKey key = ConnectionKey.of(connection);
        Connection before = byId.put(connection.connectionId(), connection);
        if (before == null) {
            account.add(SHARED);
            order.add(key);
        } else if (!before.created().equals(connection.created())) {
            order.remove(ConnectionKey.of(before));
            order.add(key);
        }
    }

    /** Returns all connections in list order. */
    public Stream<Connection> all() {
        return order.stream().map(key -> byId.get(key.connectionId()));
    }

    /** Removes the connection with this ID, if it exists. */
    public void delete(String connectionId) {
        Connection removed = byId.remove(connectionId);
        if (removed != null) {
            order.remove(ConnectionKey.of(removed));
            Long size = owned.remove(connectionId);
            account.add(-SHARED - (size == null ? 0 : size));
        }
    }

    /** Returns the first page after {@code offset} connections. */
    public ConnectionPage page(ConnectionFilter filter, long offset, int limit) {
        return page(filter, order.stream(), offset, limit);
    }

    /** Returns the page at the cursor. */
    public ConnectionPage page(Cursor cursor) {
        Stream<ConnectionKey> rest = order.tailSet(cursor.after(), false).stream();
        return page(cursor.filter(), rest, 0, cursor.limit());
    }

    private ConnectionPage page(ConnectionFilter filter, Stream<ConnectionKey> keys, long offset, int limit) {
        List<Connection> found = keys.map(key -> byId.get(key.connectionId()))
                .filter(filter)
                .skip(offset)
                .limit(limit + 1L)
                .toList();
        if (found.size() <= limit) {
            return new ConnectionPage(found, Optional.empty());
        }
        ConnectionKey last = ConnectionKey.of(found.get(limit - 1));
        return new ConnectionPage(found.subList(0, limit), Optional.of(new Cursor(last, limit, filter)));
    }
}
