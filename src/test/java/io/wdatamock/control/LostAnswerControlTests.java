package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Losing an answer, before or after the operation took effect, and getting half of one. */
@HttpTest
class LostAnswerControlTests {

    /** What logs errors that the container finds. */
    private static final String WEB = "io.wdatamock.web";

    @Test
    void aRefreshWhoseAnswerWasLostHappenedAllTheSame(Api api) throws IOException {
        fault(api, "{'operation': 'refreshConnection', 'times': 1, 'when': 'after', 'effect': {'type': 'disconnect'}}");

        assertThat(raw(api, "POST", "/api/v1/connections/slow/refresh")).isEmpty();

        api.status("slow").assertStatuses("not_started", "not_started");
        assertThat(api.refresh("slow").status()).isEqualTo(409);
    }

    @Test
    void aRefreshThatWasCutOffBeforeItBeganDidNotHappen(Api api) throws IOException {
        fault(api, "{'operation': 'refreshConnection', 'times': 1, 'effect': {'type': 'disconnect'}}");

        assertThat(raw(api, "POST", "/api/v1/connections/slow/refresh")).isEmpty();

        assertThat(api.status("slow").status()).isEqualTo(404);
        api.refresh("slow").assertOk();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aConnectionThatWasMeantToCloseIsNoErrorInTheLog(
            Api api, CapturedOutput output, @Autowired LoggingSystem logging) throws IOException {
        fault(api, "{'operation': 'getRefreshStatus', 'times': 1, 'effect': {'type': 'disconnect'}}");

        logging.setLogLevel(WEB, LogLevel.INFO);
        assertThat(raw(api, "GET", "/api/v1/connections/slow/status")).isEmpty();
        raw(api, "GET", "/api/v1/connections/%zz");
        logging.setLogLevel(WEB, null);

        assertThat(output).contains("/api/v1/connections/%zz was refused").doesNotContain("/slow/status");
    }

    @Test
    void aTruncatedAnswerAnnouncesTheWholeAndSendsHalf(Api api) throws IOException {
        String whole = api.connection("instant").text();
        fault(api, "{'operation': 'getConnection', 'times': 1, 'effect': {'type': 'truncate'}}");

        String answer = raw(api, "GET", "/api/v1/connections/instant");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("Content-Length: " + whole.length());
        assertThat(answer).contains("X-Wdata-Mock-Fault: ");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).isEqualTo(whole.substring(0, whole.length() / 2));
        assertThat(api.connection("instant").text()).isEqualTo(whole);
    }

    @Test
    void anErrorAfterTheRefreshLeavesTheRunBehind(Api api) {
        fault(api, "{'times': 1, 'when': 'after', 'effect': {'type': 'status', 'status': 503, 'retryAfter': 'PT2S'}}");

        Answer answer = api.refresh("slow");

        answer.assertRefused(503, null, "A fault of this sandbox answers with status 503");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(api.refresh("slow").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void aDelayOnlyDelays(String when, Api api) {
        fault(api, "{'when': '%s', 'effect': {'type': 'delay', 'for': 'PT0.02S'}}".formatted(when));

        Answer answer = api.refresh("instant").assertOk();

        assertThat(answer.header("X-Wdata-Mock-Fault")).isNotNull();
        double took = new ControlApi(api)
                .get("/requests")
                .json()
                .at("/requests/0/durationMs")
                .doubleValue();
        assertThat(took).isGreaterThanOrEqualTo(20);
    }

    @Test
    void tokensCanBeRefusedToo(Api api) {
        fault(api, "{'operation': 'issueToken', 'effect': {'type': 'status', 'status': 500}}");

        Answer answer = api.token("grant_type=client_credentials&client_id=a&client_secret=b");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.at("/error")).isEqualTo("server_error");
        api.refresh("instant").assertOk();
    }

    @Test
    void aFaultForAConnectionFindsItInABatch(Api api) {
        fault(api, "{'connectionId': 'cash-flow-to-10k', 'effect': {'type': 'status', 'status': 502}}");

        assertThat(api.batch("[{\"connectionId\": \"trial-balance-to-10k\"}, {\"connectionId\": \"cash-flow-to-10k\"}]")
                        .status())
                .isEqualTo(502);
        api.batch("[{\"connectionId\": \"trial-balance-to-10k\"}]").assertOk();
    }

    private static void fault(Api api, String fault) {
        ControlApi.assertStatus(201, new ControlApi(api).post("/faults", fault.replace('\'', '"')));
    }

    /** Everything that comes back on a connection of its own. */
    private static String raw(Api api, String method, String path) throws IOException {
        try (Socket socket = new Socket(api.host().getHost(), api.host().getPort())) {
            String request = """
                    %s /sandbox/%s%s HTTP/1.1
                    Host: localhost
                    Authorization: Bearer a
                    Connection: close
                    Content-Length: 0

                    """.formatted(method, api.sandbox(), path).replace("\n", "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream input = socket.getInputStream();
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
