package io.wdatamock.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;

/** The probes; the server is theirs alone, for they find it unwell at times. */
@HttpTest(properties = "spring.application.name=health")
class HealthHttpTests {

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void aServerThatTakesRequestsIsUp(String path, ApiClient api) {
        assertProbe(200, "UP", path, api);
    }

    @Test
    void oneThatRefusesThemIsAliveButNotReady(ApiClient api, ApplicationContext server) {
        during(ReadinessState.REFUSING_TRAFFIC, ReadinessState.ACCEPTING_TRAFFIC, server, () -> {
            assertProbe(503, "OUT_OF_SERVICE", "/actuator/health/readiness", api);
            assertProbe(503, "OUT_OF_SERVICE", "/actuator/health", api);
            assertProbe(200, "UP", "/actuator/health/liveness", api);
        });
    }

    @Test
    void oneThatIsBrokenIsDown(ApiClient api, ApplicationContext server) {
        during(
                LivenessState.BROKEN,
                LivenessState.CORRECT,
                server,
                () -> assertProbe(503, "DOWN", "/actuator/health/liveness", api));
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator",
        "/actuator/",
        "/actuator/health/",
        "/actuator/health/ping",
        "/actuator/env",
        "/actuator/info/",
        "/actuator/info/build",
        "/actuator/metrics",
        "/actuator/heapdump",
        "/actuator/shutdown",
        "/actuator/prometheus/x"
    })
    void thereIsNoOtherEndpoint(String path, ApiClient api) {
        api.root()
                .get(path)
                .assertError(
                        404,
                        null,
                        "There is no route GET %s; the OpenAPI document at /v3/api-docs/wdata lists the existing ones"
                                .formatted(path));
    }

    @Test
    void probesAreOnlyRead(ApiClient api) {
        ApiResponse response = api.root().post("/actuator/health/liveness").send();

        response.assertStatus(405);
        assertThat(response.header("Allow")).isEqualTo("GET");
    }

    private static void during(
            AvailabilityState state, AvailabilityState usual, ApplicationContext server, Runnable check) {
        AvailabilityChangeEvent.publish(server, state);
        try {
            check.run();
        } finally {
            AvailabilityChangeEvent.publish(server, usual);
        }
    }

    private static void assertProbe(int status, String text, String path, ApiClient api) {
        ApiResponse response = api.root().get(path).without("Authorization").send();
        assertThat(response.text()).isEqualTo("{\"status\":\"%s\"}".formatted(text));
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
    }
}
