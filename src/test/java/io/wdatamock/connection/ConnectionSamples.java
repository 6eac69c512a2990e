package io.wdatamock.connection;

import io.wdatamock.wire.WireJson;
import java.time.Instant;

/** Sample connections in the format of a seed. */
public final class ConnectionSamples {

    public static final Instant MADE = Instant.parse("2026-01-31T12:00:00Z");

    private ConnectionSamples() {}

    /** A connection from JSON with single quotes. */
    public static Connection connection(String json) {
        return WireJson.MAPPER
                .readValue(json.replace('\'', '"'), ConnectionDocument.class)
                .toConnection(MADE);
    }

    /** A connection with this ID and defaults. */
    public static Connection named(String connectionId) {
        return connection("{'connectionId': '%s'}".formatted(connectionId));
    }

    static Connection made(String connectionId, Instant created) {
        return connection("{'connectionId': '%s', 'created': '%s'}".formatted(connectionId, created));
    }
}
