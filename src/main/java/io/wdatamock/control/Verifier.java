package io.wdatamock.control;

import io.wdatamock.fault.ReleaseReason;
import io.wdatamock.journal.Evidence;
import io.wdatamock.journal.RequestPattern;
import io.wdatamock.journal.Verification;
import io.wdatamock.memory.WaitingRequests;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.SandboxState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Verifies requests. A verification with a wait is repeated when a request changes its result. */
@Component
final class Verifier {

    /** The data of a verification, and the signals that end the wait for other data. */
    private record Observation(
            Evidence evidence, CompletableFuture<Void> change, CompletableFuture<ReleaseReason> sandboxEnd) {}

    private final WaitingRequests waiting;
    private final InstantSource realTime;

    Verifier(WaitingRequests waiting, InstantSource realTime) {
        this.waiting = waiting;
        this.realTime = realTime;
    }

    /** Returns the verification; throws 503 if the sandbox is reset or removed during its wait. */
    Verification verify(RequestPattern expected, Sandbox sandbox) {
        if (expected.maxWait().isZero()) {
            return sandbox.withJournal(journal -> journal.evidence(expected)).verify(expected);
        }
        WaitingRequests.Permit permit = waiting.enter();
        try {
            return await(expected, sandbox);
        } finally {
            permit.close();
        }
    }

    private Verification await(RequestPattern expected, Sandbox sandbox) {
        Instant deadline = realTime.instant().plus(expected.maxWait());
        SandboxState seen = sandbox.atomically(state -> state);
        while (true) {
            Observation now = sandbox.withBothIn(
                    seen,
                    (state, journal) -> new Observation(
                            journal.evidence(expected),
                            journal.nextChange(expected),
                            state.faults().sandboxEnd()));
            Verification result = now.evidence.verify(expected);
            if (expected.isDecidedBy(result) || !isChangedBefore(deadline, now)) {
                sandbox.withJournal(journal -> journal.cancel(now.change));
                return result;
            }
        }
    }

    /** Waits for a change; throws 503 at the end of the sandbox. */
    private boolean isChangedBefore(Instant deadline, Observation seen) {
        Duration left = Duration.between(realTime.instant(), deadline);
        try {
            CompletableFuture.anyOf(seen.change, seen.sandboxEnd).get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ReleaseReason.stopping();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The signals only ever come normally", e);
        }
        if (seen.sandboxEnd.isDone()) {
            seen.sandboxEnd.join().error().ifPresent(error -> {
                throw error;
            });
        }
        return true;
    }
}
