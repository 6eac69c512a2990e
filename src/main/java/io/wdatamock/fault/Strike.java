package io.wdatamock.fault;

import java.util.concurrent.CompletableFuture;

/**
 * A fault that strikes one request.
 *
 * @param gone completed once the fault is no longer in force; a held request waits for it
 * @param over completed once the world of the fault has ended; nothing waits any longer then
 */
public record Strike(String faultId, Fault fault, CompletableFuture<Gone> gone, CompletableFuture<Gone> over) {

    /** When it strikes. */
    public When when() {
        return fault.when();
    }
}
