package io.wdatamock.web;

import io.wdatamock.fault.Effect;
import io.wdatamock.fault.Gone;
import io.wdatamock.fault.Strike;
import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;

/** What a struck request goes through: it waits, in real time, and is refused. */
final class Ordeal {

    /** How long the vendor lets a request take. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(29);

    private Ordeal() {}

    /** Has the request wait as the fault wants, and then refuses it if the fault does. */
    static void undergo(Strike strike) {
        Effect effect = strike.fault().effect();
        try {
            if (effect.holds()) {
                hold(strike);
            }
            if (!effect.pause().isZero()) {
                boolean released = new CountDownLatch(1).await(effect.pause().toNanos(), TimeUnit.NANOSECONDS);
                assert !released : "nobody counts this latch down";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.unavailable("The server is stopping");
        }
        effect.refusal().ifPresent(refusal -> {
            throw refusal;
        });
    }

    private static void hold(Strike strike) throws InterruptedException {
        try {
            Gone gone = strike.gone().get(LONGEST_HOLD.toNanos(), TimeUnit.NANOSECONDS);
            if (gone == Gone.WORLD) {
                throw ApiException.unavailable(
                        "The sandbox was reset or dropped while this request was held; ask again");
            }
        } catch (TimeoutException e) {
            throw ApiException.of(
                    HttpStatus.GATEWAY_TIMEOUT,
                    "Fault %s held this request for %s, which is the limit of a request"
                            .formatted(strike.faultId(), LONGEST_HOLD));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A hold only ever ends normally", e);
        }
    }
}
