package io.wdatamock.fault;

import io.wdatamock.wire.ApiException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a request is not kept waiting any longer. */
public enum ReleaseReason {
    /** Its fault was deleted, so it goes on. */
    FAULT(null),
    /** Its world was reset or dropped, so there is nothing to go on with. */
    WORLD("The sandbox was reset or dropped while this request was held; ask again"),
    /** The server is stopping. */
    SERVER("The server is stopping; ask again when it is back");

    private final @Nullable String message;

    ReleaseReason(@Nullable String message) {
        this.message = message;
    }

    /** What the request is answered with, unless it goes on. */
    public Optional<ApiException> refusal() {
        return Optional.ofNullable(message).map(ApiException::unavailable);
    }

    /** The answer to whoever asks a server that is stopping. */
    public static ApiException stopping() {
        return SERVER.refusal().orElseThrow();
    }
}
