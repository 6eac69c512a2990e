package io.wdatamock.bench.growth;

import io.wdatamock.bench.Request;
import java.util.Locale;

/** The operations that must not depend on how much there is beside what they are about. */
enum Operation {
    REFRESH,
    STATUS,
    GET;

    /** The operation on a connection of a sandbox. */
    Request on(String sandbox, String connectionId) {
        String path = "/sandbox/%s/api/v1/connections/%s".formatted(sandbox, connectionId);
        return switch (this) {
            case REFRESH -> Request.post(path + "/refresh", "{}");
            case STATUS -> Request.get(path + "/status");
            case GET -> Request.get(path);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
