package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import io.wdatamock.memory.WaitingRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Verifications that wait for requests. This server has no other waiting requests. */
@HttpTest(properties = {"wdata-mock.sandboxes.max=100000", "wdata-mock.random-seed=14"})
class WaitingVerificationControlTests {

    private static final String LONG = "PT1M";

    private final WaitingRequests waiting;
    private final ExecutorService clients = Executors.newCachedThreadPool();

    WaitingVerificationControlTests(@Autowired WaitingRequests waiting) {
        this.waiting = waiting;
    }

    @AfterEach
    void stopClients() {
        clients.shutdownNow();
    }

    @Test
    void withinIsAnsweredAtTheRequestThatSatisfiesIt(ApiClient api, ControlClient control) {
        CompletableFuture<ApiResponse> verification =
                startWaiting(control, "{'operation': 'refreshConnection', 'count': {'atLeast': 2}, 'within': '%s'}");
        api.refresh("instant");
        api.status("instant");
        assertThat(verification).isNotDone();
        api.refresh("instant");

        assertVerdict(verification.join(), "satisfied", 2);
    }

    @Test
    void withinIsAnsweredAtOnceIfTheRequestsAreThere(ApiClient api, ControlClient control) {
        api.refresh("instant");

        assertVerdict(control.verify("{'operation': 'refreshConnection', 'within': 'PT1M'}"), "satisfied", 1);
    }

    @Test
    void withinIsAnsweredAtTheFirstRequestTooMany(ApiClient api, ControlClient control) {
        CompletableFuture<ApiResponse> verification = startWaiting(
                control,
                "{'connectionId': 'stuck', 'count': {'atLeast': 1, 'atMost': 1}, 'status': 409," + " 'within': '%s'}");
        api.refresh("stuck");
        api.batch("[{'connectionId': 'stuck'}]");

        assertVerdict(verification.join(), "satisfied", 1);
        api.refresh("stuck");
        assertVerdict(
                control.verify("{'connectionId': 'stuck', 'count': {'exactly': 1}, 'status': 409, 'within': 'PT1M'}"),
                "violated",
                2);
    }

    @Test
    void withinIsViolatedAfterItsTime(ControlClient control) {
        assertVerdict(control.verify("{'within': 'PT0.05S'}"), "violated", 0);
    }

    @Test
    void duringIsViolatedAtTheFirstRequestTooMany(ApiClient api, ControlClient control) {
        CompletableFuture<ApiResponse> verification =
                startWaiting(control, "{'operation': 'refreshConnection', 'count': {'exactly': 0}, 'during': '%s'}");
        api.status("stuck");
        assertThat(verification).isNotDone();
        api.refresh("stuck");

        assertVerdict(verification.join(), "violated", 1);
    }

    @Test
    void duringLastsItsWholeTime(ApiClient api, ControlClient control) {
        api.refresh("instant");

        assertVerdict(
                control.verify("{'operation': 'refreshConnection', 'count': {'exactly': 1}, 'during': 'PT0.05S'}"),
                "satisfied",
                1);
        assertVerdict(
                control.verify("{'operation': 'refreshConnection', 'count': {'atLeast': 2}, 'during': 'PT0.05S'}"),
                "violated",
                1);
    }

    @Test
    void deletedRequestsEndUpInTheVerdict(ApiClient api, ControlClient control) {
        api.refresh("instant");
        CompletableFuture<ApiResponse> verification =
                startWaiting(control, "{'operation': 'refreshConnection', 'count': {'exactly': 2}, 'within': '%s'}");
        control.delete("/requests").assertStatus(204);
        api.refresh("instant");
        assertThat(verification).isNotDone();
        api.refresh("instant");

        assertVerdict(verification.join(), "satisfied", 2);
    }

    @ParameterizedTest
    @CsvSource({"POST, /reset", "PUT, /snapshot"})
    void replacedStateEndsTheWait(String method, String path, ControlClient control) {
        String snapshot = control.snapshot();
        CompletableFuture<ApiResponse> verification = startWaiting(control, "{'within': '%s'}");
        control.request(method, path)
                .body(path.equals("/snapshot") ? snapshot : "")
                .assertStatus(204);

        assertThat(verification.join().assertStatus(503).at("/detail")).contains("reset or deleted");
    }

    @Test
    void deletedSandboxEndsTheWait(ApiClient api, ControlClient control) {
        CompletableFuture<ApiResponse> verification = startWaiting(control, "{'within': '%s'}");
        api.root().delete("/__mock/sandboxes/" + api.sandbox()).assertStatus(204);

        assertThat(verification.join().assertStatus(503).at("/detail")).contains("reset or deleted");
    }

    @Test
    void manyVerificationsWaitAtOnce(ApiClient api, ControlClient control) {
        List<CompletableFuture<ApiResponse>> verifications = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            verifications.add(startWaiting(control, "{'connectionId': 'instant', 'within': '%s'}"));
        }
        api.refresh("instant");

        verifications.forEach(verification -> assertVerdict(verification.join(), "satisfied", 1));
        assertThat(waiting.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'within': 'PT0S'}                       | within | within was PT0S, but must be more than PT0S and at most PT5M
            {'during': 'PT6M'}                       | during | during was PT6M, but must be more than PT0S and at most PT5M
            {'within': 'PT-1S'}                      | within | within was PT-1S, but must be more than PT0S and at most PT5M
            {'within': 'PT1S', 'during': 'PT1S'}     | during | during comes with within, but must be alone
            """)
    void invalidWaitsAreRejected(String expectation, String target, String message, ControlClient control) {
        control.assertRejectsPost("/requests/verify", expectation, target, message);
    }

    /** Starts a verification whose wait is longer than the test, and returns once it waits. */
    private CompletableFuture<ApiResponse> startWaiting(ControlClient control, String expectation) {
        int before = waiting.count();
        CompletableFuture<ApiResponse> verification =
                CompletableFuture.supplyAsync(() -> control.verify(expectation.formatted(LONG)), clients);
        for (int attempts = 0; waiting.count() == before; attempts++) {
            assertThat(attempts).as("attempts until the verification waited").isLessThan(5000);
            control.get("/clock");
        }
        return verification;
    }

    private static void assertVerdict(ApiResponse response, String verdict, int matched) {
        response.assertStatus(200);
        assertThat(response.at("/verdict") + " " + response.at("/matched"))
                .as(response.text())
                .isEqualTo(verdict + " " + matched);
    }
}
