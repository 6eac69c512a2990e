package io.wdatamock.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Polled runs count only successful reads of the two status operations. */
@HttpTest
class PolledHttpTests {

    private ApiClient api;
    private String jobId = "";
    private String batchId = "";

    @BeforeEach
    void startBatchOfTwoPolledRuns(ApiClient api) {
        this.api = api;
        for (String id : new String[] {"a", "b"}) {
            api.saveConnection("""
                    {"connectionId": "%s", "workspaceId": "w", "destinationWorkbook": "wb", "scripts":
                     [{"outcome": "succeed", "pacing": {"type": "polled", "reads": 1}}]}""".formatted(id));
        }
        batchId = api.batch("[{'connectionId': 'a'}, {'connectionId': 'b'}]").at("/body/batchRefreshId");
        jobId = api.connection("a").at("/body/lastRunJobId");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /a, 200",
        "GET, '', 200",
        "GET, /a/status?jobId=unknown, 404",
        "GET, /a/status?workspaceId=other, 404",
        "GET, /a/status?workspaceId=12345678901234567890123456789012345678901, 400",
        "GET, /a/status?jobId=x&jobId=y, 400",
        "POST, /a/status, 405",
        "GET, /b/status?jobId={jobId}, 404",
        "GET, /batch/refresh/unknown, 404",
        "GET, /batch/refresh/{batchId}?workspaceId=other, 404",
        "POST, /a/refresh, 409"
    })
    void otherRequestsAreNotReads(String method, String path, int status) {
        String url = "/api/v1/connections" + path.replace("{jobId}", jobId).replace("{batchId}", batchId);
        for (int i = 0; i < 3; i++) {
            assertThat(api.request(method, url).send().status()).isEqualTo(status);
        }

        api.status("a").assertStatuses("not_started", "not_started");
    }

    @Test
    void rejectedStatusRequestsAreNotReads() {
        String status = "/api/v1/connections/a/status";
        for (int i = 0; i < 3; i++) {
            api.get(status).without("Authorization").assertStatus(401);
            api.get(status).header("Accept", "text/html").assertStatus(406);
            api.get(status).header("X-Wdata-Mock-Sandbox", "other").assertStatus(400);
        }
        api.addFault("{'operation': 'getRefreshStatus', 'times': 3, 'effect': {'type': 'status', 'status': 503}}");
        for (int i = 0; i < 3; i++) {
            api.status("a").assertStatus(503);
        }
        api.saveConnection("{'connectionId': 'a', 'access': 'forbidden'}");
        api.status("a").assertStatus(403);
        api.saveConnection("{'connectionId': 'a'}");

        api.status("a").assertStatuses("not_started", "not_started");
    }

    @Test
    void readWithAReplacedResponseCounts() {
        api.addFault(
                "{'operation': 'getRefreshStatus', 'times': 1, 'when': 'after', 'effect': {'type': 'status', 'status': 503}}");
        api.status("a").assertStatus(503);

        api.status("a").assertStatuses("running", "not_started");
    }

    @Test
    void readsOfOneRunDoNotMoveTheOther() {
        for (int i = 0; i < 5; i++) {
            api.status("a");
        }

        api.status("a").assertStatuses("complete", "complete");
        api.status("b").assertStatuses("not_started", "not_started");
    }

    @Test
    void readOfTheBatchCountsOncePerRun() {
        api.batchStatus(batchId).assertStatuses("not_started", "not_started");
        api.batchStatus(batchId).assertStatuses("running", "not_started");
        api.status("a").assertStatuses("complete", "running");
        api.batchStatus(batchId).assertStatuses("complete", "running");
        api.status("a").assertStatuses("complete", "complete");
        api.status("b").assertStatuses("complete", "complete");
    }

    @Test
    void readsByJobIdAndBothBasePathsCount() {
        api.status("a", jobId).assertStatuses("not_started", "not_started");
        api.get("/s/wdata/prep/api/v1/connections/a/status?workspaceId=w")
                .send()
                .assertStatuses("running", "not_started");
        api.root()
                .get("/api/v1/connections/a/status")
                .header("X-Wdata-Mock-Sandbox", api.sandbox())
                .send()
                .assertStatuses("complete", "running");
        assertThat(api.connection("a").at("/body/lastRun/destinationStatus")).isEqualTo("running");
        api.status("a").assertStatuses("complete", "complete");
    }

    @Test
    void runFinishedByReadsIsNoConflict() {
        for (int i = 0; i < 4; i++) {
            api.refresh("a").assertStatus(409);
            api.status("a").assertOk();
        }

        api.refresh("a").assertOk();
    }
}
