package io.wdatamock.fidelity;

/** What an observation shows about a behaviour. */
enum Finding {
    CONFIRMED,
    CONTRADICTED,
    /** The observation does not concern the behaviour, or does not decide. */
    NONE;

    static Finding of(boolean isAsExpected) {
        return isAsExpected ? CONFIRMED : CONTRADICTED;
    }

    /** Returns the finding if the behaviour is concerned, otherwise {@link #NONE}. */
    static Finding when(boolean isConcerned, boolean isAsExpected) {
        return isConcerned ? of(isAsExpected) : NONE;
    }

    /** Returns {@link #CONFIRMED} or {@link #NONE}, for behaviours that a response cannot contradict. */
    static Finding confirmedIf(boolean isShown) {
        return isShown ? CONFIRMED : NONE;
    }

    /** Returns a contradiction if either is one, otherwise a confirmation if either is one. */
    Finding and(Finding other) {
        return this == CONTRADICTED || other == NONE ? this : other;
    }
}
