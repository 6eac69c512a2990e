package io.wdatamock.web;

import io.wdatamock.fault.Effect;
import io.wdatamock.fault.Gone;
import io.wdatamock.fault.Strike;
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

/** What a struck request goes through: it waits, in real time, and is refused. */
final class Ordeal {

    /** How long the vendor lets a request take. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(29);

    private Ordeal() {}

    /** Has the request wait as the fault wants, and then refuses it if the fault does, or if its world is no more. */
    static void undergo(Strike strike, InFlightRequest inFlight) {
        Effect effect = strike.fault().effect();
        if (effect.holds() && await(strike.gone(), LONGEST_HOLD, inFlight).isEmpty()) {
            throw ApiException.of(
                    HttpStatus.GATEWAY_TIMEOUT,
                    "Fault %s held this request for %s, which is the limit of a request"
                            .formatted(strike.faultId(), LONGEST_HOLD));
        }
        if (!effect.pause().isZero()) {
            await(strike.over(), effect.pause(), inFlight);
        }
        effect.refusal().ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** The signal, if it comes in time; one that leaves nothing to go on with is a refusal. */
    private static Optional<Gone> await(CompletableFuture<Gone> signal, Duration longest, InFlightRequest inFlight) {
        WaitingRequests.Permit permit = inFlight.startWaiting();
        try {
            Gone gone = signal.get(longest.toNanos(), TimeUnit.NANOSECONDS);
            gone.refusal().ifPresent(refusal -> {
                throw refusal;
            });
            return Optional.of(gone);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Gone.stopping();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The signal only ever comes normally", e);
        } finally {
            permit.close();
        }
    }
}
