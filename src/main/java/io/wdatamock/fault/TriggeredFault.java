package io.wdatamock.fault;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A fault that applies to one request.
 *
 * @param pause the delay of the request
 * @param release completes once the fault is no longer active; a held request waits for it
 * @param sandboxEnd completes once the sandbox is reset or removed; a delayed request then stops waiting
 */
public record TriggeredFault(
        String faultId,
        Fault fault,
        Duration pause,
        CompletableFuture<ReleaseReason> release,
        CompletableFuture<ReleaseReason> sandboxEnd) {

    /** Whether it applies before or after the operation. */
    public When when() {
        return fault.when();
    }

    /** Describes its effect on the request. */
    @Override
    public String toString() {
        return fault.effect().describe(pause);
    }
}
