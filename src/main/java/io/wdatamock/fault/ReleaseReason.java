package io.wdatamock.fault;

import io.wdatamock.wire.ApiException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a waiting request is released. */
public enum ReleaseReason {
    /** The fault was deleted; the request continues. */
    FAULT(null),
    /** The sandbox was reset or removed; the request fails. */
    SANDBOX_ENDED("The sandbox was reset or deleted while this request was held; send it again"),
    /** The server is stopping. */
    SERVER("The server is stopping; send the request again after its restart");

    private final @Nullable String message;

    ReleaseReason(@Nullable String message) {
        this.message = message;
    }

    /** Returns the error of the request; empty if it continues. */
    public Optional<ApiException> error() {
        return Optional.ofNullable(message).map(ApiException::unavailable);
    }

    /** Returns the error of requests to a server that is stopping. */
    public static ApiException stopping() {
        return SERVER.error().orElseThrow();
    }
}
