package io.wdatamock.client;

/** Reports a failed verification: the expected requests, the nearest ones, and the newest requests of the sandbox. */
public final class VerificationError extends AssertionError {

    private static final long serialVersionUID = 1L;

    VerificationError(String report) {
        super(report);
    }
}
