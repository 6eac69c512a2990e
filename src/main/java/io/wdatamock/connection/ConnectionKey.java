package io.wdatamock.connection;

import java.time.Instant;
import java.util.Comparator;

/** The sort key of a connection in a list: creation time, then ID. */
record ConnectionKey(Instant created, String connectionId) implements Comparable<ConnectionKey> {

    private static final Comparator<ConnectionKey> ORDER =
            Comparator.comparing(ConnectionKey::created).thenComparing(ConnectionKey::connectionId);

    static ConnectionKey of(Connection connection) {
        return new ConnectionKey(connection.created(), connection.connectionId());
    }

    @Override
    public int compareTo(ConnectionKey other) {
        return ORDER.compare(this, other);
    }
}
