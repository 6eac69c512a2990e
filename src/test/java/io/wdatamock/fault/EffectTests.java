package io.wdatamock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wdatamock.time.SeededRandom;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EffectTests {

    private final SeededRandom random = new SeededRandom(7);
    private final SeededRandom sameRandom = new SeededRandom(7);

    @Test
    void statusHasItsMessageAndRetryAfterRoundedUp() {
        ApiException error = new Effect.Status(429, "Slow down", Duration.ofMillis(1001))
                .error()
                .orElseThrow();

        assertThat(error.status()).isEqualTo(429);
        assertThat(error).hasMessage("Slow down");
        assertThat(error.headers()).containsOnlyKeys("Retry-After").containsEntry("Retry-After", "2");
    }

    @Test
    void defaultMessageNamesTheStatus() {
        ApiException error = new Effect.Status(503, null, null).error().orElseThrow();

        assertThat(error).hasMessage("A fault of this sandbox returns status 503");
        assertThat(error.headers()).isEmpty();
    }

    static Stream<Effect> oneOfEach() {
        return Stream.of(
                new Effect.Status(503, null, null),
                new Effect.Delay(Duration.ofSeconds(1), null, null),
                new Effect.Slow(Duration.ofSeconds(1)),
                new Effect.Malformed(),
                new Effect.Disconnect(),
                new Effect.Truncate(),
                new Effect.Hold());
    }

    @Test
    void samplesCoverEveryEffect() {
        assertThat(oneOfEach().map(Effect::type))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(Effect.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void typeIsTheNameInJson(Effect effect) {
        assertThat(WireJson.MAPPER.<JsonNode>valueToTree(effect).path("type").asString())
                .isEqualTo(effect.type());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 418, 599})
    void everyErrorStatusIsAllowed(int status) {
        assertThat(new Effect.Status(status, null, null).error().orElseThrow().status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 200, 399, 600})
    void otherStatusesAreRejected(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Effect.Status(status, null, null))
                .withMessage("status was " + status + ", but must be from 400 to 599");
    }

    @Test
    void fixedDelayIsTheSameForEachRequest() {
        Effect delay = new Effect.Delay(Duration.ofSeconds(2), null, null);

        assertThat(delay.pause(random)).isEqualTo(delay.pause(random)).hasSeconds(2);
    }

    @Test
    void drawnDelaysHaveTheirMedianAndPercentile() {
        Duration median = Duration.ofMillis(200);
        Duration p99 = Duration.ofSeconds(3);
        Effect delay = new Effect.Delay(null, median, p99);

        List<Duration> sorted = Stream.generate(() -> delay.pause(random))
                .limit(10_000)
                .sorted()
                .toList();

        assertThat(sorted.get(5_000)).isCloseTo(median, Duration.ofMillis(10));
        assertThat(sorted.get(9_900)).isCloseTo(p99, Duration.ofMillis(300));
        assertThat(sorted.get(0)).isPositive();
    }

    @Test
    void drawnDelaysAreTheSameInEverySandbox() {
        Effect delay = new Effect.Delay(null, Duration.ofMillis(200), Duration.ofSeconds(3));

        List<Duration> delays =
                Stream.generate(() -> delay.pause(random)).limit(5).toList();

        assertThat(delays)
                .doesNotHaveDuplicates()
                .isEqualTo(
                        Stream.generate(() -> delay.pause(sameRandom)).limit(5).toList());
    }

    @Test
    void drawnDelayIsLimited() {
        Effect delay = new Effect.Delay(null, Duration.ofMinutes(10), Duration.ofMinutes(10));

        assertThat(delay.pause(random)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void negativeRetryAfterIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Effect.Status(503, null, Duration.ofNanos(-1)))
                .withMessage("retryAfter was PT-0.000000001S, but must be from PT0S to P365D");
    }
}
