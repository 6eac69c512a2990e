package io.wdatamock.journal;

import java.util.concurrent.CompletableFuture;

/** The next change of a journal that concerns a pattern. Two of them are never equal. */
public final class PendingChange {

    private final RequestPattern expected;
    private final CompletableFuture<Void> signal = new CompletableFuture<>();

    PendingChange(RequestPattern expected) {
        this.expected = expected;
    }

    RequestPattern expected() {
        return expected;
    }

    /** Returns the signal that completes with the change, or when the wait for it is cancelled. */
    public CompletableFuture<Void> signal() {
        return signal;
    }
}
