package io.wdatamock.client;


/** Says why an expectation was not met: what was expected, what came close, and what the sandbox was asked instead. */
public final class VerificationError extends AssertionError {

    private static final long serialVersionUID = 1L;

    VerificationError(String story) {
        super(story);
    }
}
