package io.wdatamock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.WireJson;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EffectTests {

    @Test
    void statusHasItsMessageAndRetryAfterRoundedUp() {
        ApiException refusal = new Effect.Status(429, "Slow down", Duration.ofMillis(1001))
                .error()
                .orElseThrow();

        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal).hasMessage("Slow down");
        assertThat(refusal.headers()).containsOnlyKeys("Retry-After").containsEntry("Retry-After", "2");
    }

    @Test
    void defaultMessageNamesTheStatus() {
        ApiException refusal = new Effect.Status(503, null, null).error().orElseThrow();

        assertThat(refusal).hasMessage("A fault of this sandbox returns status 503");
        assertThat(refusal.headers()).isEmpty();
    }

    static Stream<Effect> oneOfEach() {
        return Stream.of(
                new Effect.Status(503, null, null),
                new Effect.Delay(Duration.ofSeconds(1)),
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
    void negativeRetryAfterIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Effect.Status(503, null, Duration.ofNanos(-1)))
                .withMessage("retryAfter was PT-0.000000001S, but must be from PT0S to P365D");
    }
}
