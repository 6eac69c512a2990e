package io.wdatamock.client;

/** Says why an expectation was not met: what was expected, what came close, and what the sandbox was asked instead. */
public final class UnmetExpectationError extends AssertionError {

    private static final long serialVersionUID = 1L;

    UnmetExpectationError(String story) {
        super(story);
    }
}
