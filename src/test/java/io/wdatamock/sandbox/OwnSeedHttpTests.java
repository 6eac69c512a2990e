package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A server with a custom seed. */
@HttpTest(properties = "wdata-mock.seed=src/test/resources/seed/own.yaml")
class OwnSeedHttpTests {

    @Test
    void connectionsComeFromTheSeed(ApiClient api) {
        ApiResponse list = api.list("");

        assertThat(list.json().at("/body").findValuesAsString("connectionId"))
                .containsExactly("older", "younger", "payroll");
        assertThat(list.at("/body/1/created")).isEqualTo("2026-05-01T00:00:00.000Z");
        assertThat(list.at("/body/1/updated")).isEqualTo("2026-05-01T00:00:00.000Z");
        assertThat(list.json().at("/body/0").has("lastRunJobId")).isFalse();
        assertThat(list.at("/body/2/destinationType")).isEqualTo("spreadsheet");
        assertThat(list.jsonAt("/body/2/metadata"))
                .isEqualTo("{\"ratio\":1.10,\"big\":12345678901234567890123,\"null\":null,\"text\":\"5\"}");
        api.refresh("younger", "{}").assertStatus(423);
    }

    @Test
    void settingsComeFromTheSeed(ApiClient api) {
        api.get("/api/v1/connections").without("Authorization").assertOk();
        assertThat(api.refresh("payroll").status()).as("strict").isEqualTo(400);
        api.refresh("older", "{}").assertOk();
        api.refresh("older", "{}").assertOk();
        api.advanceClock(Duration.ofMillis(1250));
        api.status("older").assertStatuses("cancelled", "cancelled");
    }

    @Test
    void scriptsComeFromTheSeed(ApiClient api) {
        api.refresh("payroll", "{}").assertOk();
        api.advanceClock(Duration.ofMillis(1250));
        assertThat(api.status("payroll").assertStatuses("error", "cancelled").at("/body/error"))
                .isEqualTo("The query ran out of memory.");

        api.refresh("payroll", "{}").assertStatuses("not_started", "not_started");
        api.status("payroll").assertStatuses("not_started", "not_started");
        api.status("payroll").assertStatuses("not_started", "not_started");
    }

    @Test
    void faultsComeFromTheSeed(ApiClient api) {
        api.refresh("payroll", "{}").assertOk();
        for (int expected : new int[] {200, 200, 200, 503, 503, 200}) {
            ApiResponse response = api.status("payroll");
            assertThat(response.status()).isEqualTo(expected);
            assertThat(response.header("Retry-After")).isEqualTo(expected == 503 ? "2" : null);
        }
    }
}
