package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Faults that disconnect, truncate, delay or replace a response. */
@HttpTest
class LostResponseControlTests {

    /** The logger of errors that Tomcat detects. */
    private static final String WEB = "io.wdatamock.web";

    @Test
    void disconnectAfterTheRefreshLeavesTheRun(ApiClient api) {
        api.addFault(
                "{'operation': 'refreshConnection', 'times': 1, 'when': 'after', 'effect': {'type': 'disconnect'}}");

        assertThat(sendRaw("POST", "/api/v1/connections/slow/refresh", api)).isEmpty();

        api.status("slow").assertStatuses("not_started", "not_started");
        api.refresh("slow").assertStatus(409);
    }

    @Test
    void disconnectBeforeTheRefreshStartsNoRun(ApiClient api) {
        api.addFault("{'operation': 'refreshConnection', 'times': 1, 'effect': {'type': 'disconnect'}}");

        assertThat(sendRaw("POST", "/api/v1/connections/slow/refresh", api)).isEmpty();

        api.status("slow").assertStatus(404);
        api.refresh("slow").assertOk();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void intendedDisconnectIsNotLogged(ApiClient api, CapturedOutput output, @Autowired LoggingSystem logging) {
        api.addFault("{'operation': 'getRefreshStatus', 'times': 1, 'effect': {'type': 'disconnect'}}");

        logging.setLogLevel(WEB, LogLevel.INFO);
        assertThat(sendRaw("GET", "/api/v1/connections/slow/status", api)).isEmpty();
        sendRaw("GET", "/api/v1/connections/%zz", api);
        logging.setLogLevel(WEB, null);

        assertThat(output).contains("/api/v1/connections/%zz was rejected").doesNotContain("/slow/status");
    }

    @Test
    void truncatedResponseHasTheFullContentLength(ApiClient api) {
        String whole = api.connection("instant").text();
        api.addFault("{'operation': 'getConnection', 'times': 1, 'effect': {'type': 'truncate'}}");

        String response = sendRaw("GET", "/api/v1/connections/instant", api);

        assertThat(response).startsWith("HTTP/1.1 200").contains("Content-Length: " + whole.length());
        assertThat(response).contains("X-Wdata-Mock-Fault: ");
        assertThat(response.substring(response.indexOf("\r\n\r\n") + 4))
                .isEqualTo(whole.substring(0, whole.length() / 2));
        assertThat(api.connection("instant").text()).isEqualTo(whole);
    }

    @Test
    void errorAfterTheRefreshLeavesTheRun(ApiClient api) {
        api.addFault(
                "{'times': 1, 'when': 'after', 'effect': {'type': 'status', 'status': 503, 'retryAfter': 'PT2S'}}");

        ApiResponse response = api.refresh("slow").assertError(503, null, "A fault of this sandbox returns status 503");
        assertThat(response.header("Retry-After")).isEqualTo("2");
        api.refresh("slow").assertStatus(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void delayOnlyDelays(String when, ApiClient api) {
        api.addFault("{'when': '%s', 'effect': {'type': 'delay', 'for': 'PT0.02S'}}".formatted(when));

        ApiResponse response = api.refresh("instant").assertOk();

        assertThat(response.header("X-Wdata-Mock-Fault")).isNotNull();
        double took = api.control()
                .get("/requests")
                .json()
                .at("/requests/0/durationMs")
                .doubleValue();
        assertThat(took).isGreaterThanOrEqualTo(20);
    }

    @Test
    void drawnDelayIsExplained(ApiClient api) {
        api.addFault("{'effect': {'type': 'delay', 'median': '1ms', 'p99': '2ms'}}");

        api.refresh("instant").assertOk();

        assertThat(api.control().requests().at("/requests/0/explanation"))
                .contains(
                        "applied before the operation: delay with median PT0.001S and p99 PT0.002S, this time PT0.00");
    }

    @Test
    void slowResponseArrivesWholeAndInParts(ApiClient api) {
        String whole = api.connection("instant").text();
        api.addFault("{'operation': 'getConnection', 'effect': {'type': 'slow', 'over': '200ms'}}");

        Instant start = Instant.now();
        ApiResponse response = api.connection("instant");

        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(response.text()).isEqualTo(whole);
    }

    @Test
    void resetEndsASlowResponse(ApiClient api) {
        api.addFault("{'effect': {'type': 'slow', 'over': '10m'}}");
        CompletableFuture<ApiResponse> response = CompletableFuture.supplyAsync(() -> api.connection("instant"));
        api.control().verify("{'operation': 'getConnection', 'status': 200, 'within': 'PT1M'}");

        api.control().post("/reset", "").assertStatus(204);

        assertThat(response).succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void malformedResponseKeepsStatusAndType(ApiClient api) {
        api.addFault("{'operation': 'refreshConnection', 'times': 1, 'effect': {'type': 'malformed'}}");

        ApiResponse response = api.refresh("slow").assertStatus(200);

        assertThat(response.header("Content-Type")).isEqualTo("application/json");
        assertThat(response.text()).startsWith("<html>");
        assertThat(api.control().requests().at("/requests/0/responseBody")).startsWith("<html>");
        api.refresh("slow").assertStatus(409);
    }

    @Test
    void tokenEndpointsCanHaveFaults(ApiClient api) {
        api.addFault("{'operation': 'issueToken', 'effect': {'type': 'status', 'status': 500}}");

        ApiResponse response = api.token("grant_type=client_credentials&client_id=a&client_secret=b")
                .assertStatus(500);
        assertThat(response.at("/error")).isEqualTo("server_error");
        api.refresh("instant").assertOk();
    }

    @Test
    void faultOfAConnectionAppliesToItsBatch(ApiClient api) {
        api.addFault("{'connectionId': 'cash-flow-to-10k', 'effect': {'type': 'status', 'status': 502}}");

        api.batch("[{'connectionId': 'trial-balance-to-10k'}, {'connectionId': 'cash-flow-to-10k'}]")
                .assertStatus(502);
        api.batch("[{'connectionId': 'trial-balance-to-10k'}]").assertOk();
    }

    /** Sends a request on a connection of its own and returns all received text. */
    private static String sendRaw(String method, String path, ApiClient api) {
        return api.sendRaw("""
                %s /sandbox/%s%s HTTP/1.1
                Host: localhost
                Authorization: Bearer a
                Connection: close
                Content-Length: 0

                """.formatted(method, api.sandbox(), path));
    }
}
