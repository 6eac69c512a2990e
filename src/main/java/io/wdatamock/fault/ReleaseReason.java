package io.wdatamock.fault;

import io.wdatamock.wire.ApiException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a waiting request is released. */
public enum ReleaseReason {
    /** The fault was deleted; the request continues. */
    FAULT(null),
    /** The sandbox was reset or removed; the request fails. */
    WORLD("The sandbox was reset or dropped while this request was held; ask again"),
    /** The server is stopping. */
    SERVER("The server is stopping; ask again when it is back");

    private final @Nullable String message;

    ReleaseReason(@Nullable String message) {
        this.message = message;
    }

    /** Returns the error of the request; empty if it continues. */
    public Optional<ApiException> refusal() {
        return Optional.ofNullable(message).map(ApiException::unavailable);
    }

    /** Returns the error of requests to a server that is stopping. */
    public static ApiException stopping() {
        return SERVER.refusal().orElseThrow();
    }
}
