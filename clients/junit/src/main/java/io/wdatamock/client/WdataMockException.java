package io.wdatamock.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The control API refused a request or could not be reached; the message says why. */
public final class WdataMockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Problem problem;

    WdataMockException(String message, @Nullable Problem problem) {
        super(message);
        this.problem = problem;
    }

    WdataMockException(String message, Throwable cause) {
        super(message, cause);
        this.problem = null;
    }

    /** What the server said, if it did. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
