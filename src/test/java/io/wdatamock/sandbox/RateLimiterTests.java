package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTests {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 60, 999, 1000, 31_623, 70_000, 99_999, 100_000})
    void burstIsLimitedToOneSecond(int perSecond) {
        assertThat(passing(RateLimiter.IDLE, perSecond, NOW, 2 * perSecond)).isEqualTo(perSecond);
    }

    @Test
    void nextRequestWaitsForOneToken() {
        RateLimiter full = afterRequests(5, 5);

        assertThat(full.wait(RateLimit.perSecond(5), NOW)).isEqualTo(Duration.ofMillis(200));
        assertThat(full.wait(RateLimit.perSecond(5), NOW.plusMillis(150))).isEqualTo(Duration.ofMillis(50));
        assertThat(full.wait(RateLimit.perSecond(5), NOW.plusMillis(199))).isEqualTo(Duration.ofMillis(1));
        assertThat(full.wait(RateLimit.perSecond(5), NOW.plusMillis(200))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "199, 0", "200, 1", "399, 1", "400, 2", "999, 4", "1000, 5", "1001, 5", "3600000, 5"})
    void refillsEvenlyUpToOneSecond(long millisLater, int passing) {
        RateLimiter full = afterRequests(5, 5);

        assertThat(passing(full, 5, NOW.plusMillis(millisLater), 20)).isEqualTo(passing);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 1000, 100_000})
    void requestAfterRetryAfterPasses(int perSecond) {
        RateLimiter limiter = afterRequests(perSecond, perSecond);
        Instant now = NOW;
        for (int i = 0; i < 1000; i++) {
            now = now.plus(limiter.wait(RateLimit.perSecond(perSecond), now));
            assertThat(limiter.wait(RateLimit.perSecond(perSecond), now)).isZero();
            limiter = limiter.after(RateLimit.perSecond(perSecond), now);
        }
    }

    @Test
    void rejectedRequestsDoNotCount() {
        RateLimiter full = afterRequests(2, 2);

        assertThat(full.wait(RateLimit.perSecond(2), NOW))
                .isEqualTo(full.wait(RateLimit.perSecond(2), NOW))
                .isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void limitHoldsInTheLongRun() {
        int perSecond = 10;
        Random random = new Random(1);
        RateLimiter limiter = RateLimiter.IDLE;
        int[] passed = new int[20];
        for (int i = 0; i < 20_000; i++) {
            Instant now = NOW.plusMillis(i);
            if (random.nextBoolean()
                    && limiter.wait(RateLimit.perSecond(perSecond), now).isZero()) {
                limiter = limiter.after(RateLimit.perSecond(perSecond), now);
                passed[i / 1000]++;
            }
        }

        assertThat(Arrays.stream(passed).sum()).isBetween(20 * perSecond - 1, 21 * perSecond);
        assertThat(Arrays.stream(passed)).allMatch(count -> count >= perSecond - 1 && count < 2 * perSecond);
    }

    @Test
    void clockSetBackDoesNotBlockRequests() {
        RateLimiter full = afterRequests(5, 5);
        Instant back = NOW.minus(Duration.ofDays(365));

        assertThat(full.wait(RateLimit.perSecond(5), back)).isEqualTo(Duration.ofMillis(200));
        assertThat(full.wait(RateLimit.perSecond(5), back.plusMillis(200))).isEqualTo(Duration.ofMillis(200));
        assertThat(full.after(RateLimit.perSecond(5), back).wait(RateLimit.perSecond(5), back.plusMillis(400)))
                .isZero();
    }

    @Test
    void stricterLimitAppliesWithinASecond() {
        RateLimiter full = afterRequests(100, 100);

        assertThat(full.wait(RateLimit.perSecond(1), NOW)).isEqualTo(Duration.ofSeconds(1));
        assertThat(full.wait(RateLimit.perSecond(1), NOW.plusSeconds(1))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT0.000000001S, 1",
        "PT0.2S, 1",
        "PT0.999999999S, 1",
        "PT1S, 1",
        "PT1.000000001S, 2",
        "PT1.5S, 2",
        "PT2S, 2",
        "PT1H, 3600"
    })
    void retryAfterIsRoundedUpToWholeSeconds(Duration wait, String header) {
        assertThat(ApiException.retryAfter(wait)).isEqualTo(Map.of("Retry-After", header));
    }

    private static RateLimiter afterRequests(int perSecond, int count) {
        RateLimiter limiter = RateLimiter.IDLE;
        for (int i = 0; i < count; i++) {
            limiter = limiter.after(RateLimit.perSecond(perSecond), NOW);
        }
        return limiter;
    }

    private static int passing(RateLimiter limiter, int perSecond, Instant now, int tries) {
        RateLimiter state = limiter;
        int passed = 0;
        for (int i = 0;
                i < tries && state.wait(RateLimit.perSecond(perSecond), now).isZero();
                i++) {
            state = state.after(RateLimit.perSecond(perSecond), now);
            passed++;
        }
        return passed;
    }
}
