package io.wdatamock.web;

import io.wdatamock.fault.Effect;
import io.wdatamock.fault.ReleaseReason;
import io.wdatamock.fault.TriggeredFault;
import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.memory.WaitingRequests;
import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;

/** Applies a fault to a request: delays or holds it in real time, then throws the error of the fault. */
final class FaultInjector {

    /** The longest that the vendor allows a request to take. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(29);

    private FaultInjector() {}

    /** Applies a fault: waits, then throws its error, or 503 if the sandbox was reset. */
    static void apply(TriggeredFault fault, InFlightRequest inFlight) {
        Effect effect = fault.fault().effect();
        if (effect.holds() && await(fault.release(), LONGEST_HOLD, inFlight).isEmpty()) {
            throw ApiException.of(
                    HttpStatus.GATEWAY_TIMEOUT,
                    "Fault %s held this request for %s, which is the limit of a request"
                            .formatted(fault.faultId(), LONGEST_HOLD));
        }
        if (!fault.pause().isZero()) {
            await(fault.sandboxEnd(), fault.pause(), inFlight);
        }
        effect.error().ifPresent(error -> {
            throw error;
        });
    }

    /** Waits for a signal; empty if it does not arrive in time; throws its error, if any. */
    private static Optional<ReleaseReason> await(
            CompletableFuture<ReleaseReason> signal, Duration longest, InFlightRequest inFlight) {
        WaitingRequests.Permit permit = inFlight.startWaiting();
        try {
            ReleaseReason gone = signal.get(longest.toNanos(), TimeUnit.NANOSECONDS);
            gone.error().ifPresent(error -> {
                throw error;
            });
            return Optional.of(gone);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ReleaseReason.stopping();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The signal only ever comes normally", e);
        } finally {
            permit.close();
        }
    }
}
