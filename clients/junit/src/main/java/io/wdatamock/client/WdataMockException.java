package io.wdatamock.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The control API rejected a request or did not respond; the message contains the reason. */
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

    /** The problem in the response; empty if there was none. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
