package io.wdatamock.fault;

import io.wdatamock.wire.ApiException;
import java.util.Optional;

/** Why a request is not kept waiting any longer. */
public enum Gone {
    /** Its fault was deleted, so it goes on. */
    FAULT {
        @Override
        public Optional<ApiException> refusal() {
            return Optional.empty();
        }
    },
    /** Its world was reset or dropped, so there is nothing to go on with. */
    WORLD {
        @Override
        public Optional<ApiException> refusal() {
            return Optional.of(ApiException.unavailable(
                    "The sandbox was reset or dropped while this request was held; ask again"));
        }
    },
    /** The server is stopping. */
    SERVER {
        @Override
        public Optional<ApiException> refusal() {
            return Optional.of(stopping());
        }
    };

    /** What the request is answered with, unless it goes on. */
    public abstract Optional<ApiException> refusal();

    /** The answer to whoever asks a server that is stopping. */
    public static ApiException stopping() {
        return ApiException.unavailable("The server is stopping; ask again when it is back");
    }
}
