package io.wdatamock.control;

import io.wdatamock.fault.ReleaseReason;
import io.wdatamock.journal.Evidence;
import io.wdatamock.journal.PendingChange;
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

/** Verifies requests. A verification with a wait is evaluated again after each request that may change its result. */
@Component
final class Verifier {

    /** A result, and the signals of a change that may lead to another one. It does not refer to the journal's entries. */
    private record Observation(
            Verification result, PendingChange change, CompletableFuture<ReleaseReason> sandboxEnd) {}

    /** What one look at a sandbox gives. */
    private record Look(Evidence evidence, PendingChange change, CompletableFuture<ReleaseReason> sandboxEnd) {}

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
            Observation now = observe(expected, sandbox, seen);
            try {
                Duration left = Duration.between(realTime.instant(), deadline);
                if (expected.isDecidedBy(now.result) || left.isNegative() || left.isZero()) {
                    return now.result;
                }
                awaitChange(left, now);
            } finally {
                sandbox.withJournal(journal -> journal.cancel(now.change));
            }
        }
    }

    private static Observation observe(RequestPattern expected, Sandbox sandbox, SandboxState seen) {
        Look look = sandbox.withBothIn(
                seen,
                (state, journal) -> new Look(
                        journal.evidence(expected),
                        journal.nextChange(expected),
                        state.faults().sandboxEnd()));
        return new Observation(look.evidence.verify(expected), look.change, look.sandboxEnd);
    }

    /** Waits for a change, at most for a time; throws 503 at the end of the sandbox. */
    private static void awaitChange(Duration longest, Observation seen) {
        try {
            CompletableFuture.anyOf(seen.change.signal(), seen.sandboxEnd).get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return;
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
    }
}
