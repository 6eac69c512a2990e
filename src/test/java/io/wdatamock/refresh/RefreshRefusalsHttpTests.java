package io.wdatamock.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The 403, 404, 409 and 423 errors of each operation. */
@HttpTest
class RefreshRefusalsHttpTests {

    @ParameterizedTest
    @CsvSource({"GET, ''", "POST, /refresh", "GET, /status"})
    void anUnknownConnectionIsNotFound(String method, String path, ApiClient api) {
        for (String id : new String[] {"nobody", "Instant", "instant%20", "%C3%A9", "a%22b"}) {
            String shown = id.replace("%20", " ").replace("%C3%A9", "é").replace("%22", "\"");
            api.request(method, "/api/v1/connections/" + id + path)
                    .assertError(
                            404,
                            "connectionId",
                            "There is no connection \"%s\"; listConnections shows the existing ones".formatted(shown));
        }
    }

    @Test
    void aConnectionOfAnotherWorkspaceIsNotFound(ApiClient api) {
        String message = "Workspace \"sustainability\" has no connection \"instant\"; "
                + "omit workspaceId to search all of them";
        api.refresh("instant").assertOk();

        api.get("/api/v1/connections/instant?workspaceId=sustainability").assertError(404, "workspaceId", message);
        api.get("/api/v1/connections/instant/status?workspaceId=sustainability")
                .assertError(404, "workspaceId", message);
        api.refresh("instant", "{'workspaceId': 'sustainability'}").assertError(404, "workspaceId", message);
        api.batch("[{'connectionId': 'instant', 'workspaceId': 'sustainability'}]")
                .assertError(404, "[0].workspaceId", message);
    }

    @Test
    void connectionOfTheRequestedWorkspaceIsFound(ApiClient api) {
        api.refresh("instant", "{'workspaceId': 'finance', 'connectionId': 'instant'}")
                .assertOk();
        api.get("/api/v1/connections/instant?workspaceId=finance").assertOk();
        api.get("/api/v1/connections/instant/status?workspaceId=finance").assertOk();
        api.batch("[{'connectionId': 'instant', 'workspaceId': 'finance'}]").assertOk();
    }

    @Test
    void aRunThatTheConnectionDoesNotHaveIsNotFound(ApiClient api) {
        String jobId = api.refresh("instant").at("/body/jobId");
        api.refresh("stuck").assertOk();

        api.status("instant", "unknown")
                .assertError(
                        404,
                        "jobId",
                        "Connection \"instant\" has no run \"unknown\"; leave jobId out to see its newest one");
        api.status("stuck", jobId)
                .assertError(
                        404,
                        "jobId",
                        "Connection \"stuck\" has no run \"%s\"; leave jobId out to see its newest one"
                                .formatted(jobId));
        api.status("instant", "").assertStatus(404);
    }

    @Test
    void aConnectionThatNeverRanHasNoStatus(ApiClient api) {
        api.status("instant")
                .assertError(404, "connectionId", "Connection \"instant\" has no run on record; refresh it first");
    }

    @Test
    void anUnknownBatchIsNotFound(ApiClient api) {
        String jobId = api.refresh("instant").at("/body/jobId");
        String batchId = api.batch("[{'connectionId': 'instant'}]").at("/body/batchRefreshId");

        api.batchStatus("unknown")
                .assertError(
                        404, "batchId", "There is no batch \"unknown\" in this sandbox; refreshBatch returns its ID");
        api.batchStatus(jobId).assertStatus(404);
        String path = "/api/v1/connections/batch/refresh/" + batchId;
        api.get(path + "?workspaceId=finance").assertOk();
        api.get(path + "?workspaceId=sustainability")
                .assertError(
                        404,
                        "workspaceId",
                        "There is no batch \"%s\" in workspace \"sustainability\"; refreshBatch returns its ID"
                                .formatted(batchId));
    }

    @Test
    void aForbiddenConnectionIsListedAndNothingElse(ApiClient api) {
        String message = "Connection \"forbidden\" may not be used by this client";

        assertThat(api.list("?sourceId=query-forbidden").at("/body/0/connectionId"))
                .isEqualTo("forbidden");
        api.connection("forbidden").assertError(403, "connectionId", message);
        api.status("forbidden").assertError(403, "connectionId", message);
        api.refresh("forbidden").assertError(403, "connectionId", message);
        api.batch("[{'connectionId': 'forbidden'}]").assertError(403, "[0].connectionId", message);
    }

    @Test
    void anUnknownRunOfAForbiddenConnectionIsNotFound(ApiClient api) {
        api.status("forbidden", "unknown").assertStatus(404);
    }

    @Test
    void aRunOfAConnectionThatBecameForbiddenMayNotBeSeen(ApiClient api) {
        String jobId = api.refresh("instant").at("/body/jobId");
        api.saveConnection("{'connectionId': 'instant', 'access': 'forbidden'}");

        api.status("instant").assertStatus(403);
        api.status("instant", jobId).assertStatus(403);
    }

    @Test
    void aLockedConnectionMayBeLookedAtButNotRefreshed(ApiClient api) {
        String message = "Connection \"locked\" is locked and cannot be refreshed";

        api.connection("locked").assertOk();
        api.refresh("locked").assertError(423, "connectionId", message);
        api.batch("[{'connectionId': 'locked'}]").assertError(423, "[0].connectionId", message);
        api.status("locked").assertStatus(404);
        api.saveConnection("{'connectionId': 'locked'}");
        String jobId = api.refresh("locked").assertOk().at("/body/jobId");
        api.saveConnection("{'connectionId': 'locked', 'access': 'locked'}");
        assertThat(api.status("locked").assertOk().at("/body/jobId")).isEqualTo(jobId);
    }

    @Test
    void aSecondRefreshWhileARunIsActiveIsAConflict(ApiClient api) {
        ApiResponse first = api.refresh("always-succeeds").assertOk();

        assertConflict(api.refresh("always-succeeds"), "connectionId", first);
        assertConflict(api.batch("[{'connectionId': 'always-succeeds'}]"), "[0].connectionId", first);
        api.advanceClock(Duration.ofMillis(2249));
        assertConflict(api.refresh("always-succeeds"), "connectionId", first);
        api.advanceClock(Duration.ofMillis(1));

        ApiResponse second = api.refresh("always-succeeds").assertOk();
        assertThat(second.at("/body/jobId")).isNotEqualTo(first.at("/body/jobId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"instant", "initiation-fails"})
    void aRunThatIsFinalInItsAnswerIsNoConflict(String connectionId, ApiClient api) {
        api.refresh(connectionId).assertOk();
        api.refresh(connectionId).assertOk();
    }

    @Test
    void overlapAllowStartsAnotherRun(ApiClient api) {
        api.changeSettings("{'overlap': 'allow'}");

        String first = api.refresh("stuck").assertOk().at("/body/jobId");
        String second = api.refresh("stuck").assertOk().at("/body/jobId");
        String third = api.batch("[{'connectionId': 'stuck'}]").assertOk().at("/body/childRefreshes/0/jobId");

        assertThat(third).isNotIn(first, second);
        assertThat(api.status("stuck").at("/body/jobId")).isEqualTo(third);
        assertThat(api.status("stuck", first).at("/body/jobId")).isEqualTo(first);
        assertThat(api.connection("stuck").at("/body/lastRunJobId")).isEqualTo(third);
        api.changeSettings("{'overlap': 'reject'}");
        assertThat(api.refresh("stuck").at("/body")).contains(third);
    }

    private static void assertConflict(ApiResponse response, String target, ApiResponse active) {
        response.assertError(
                409,
                target,
                "Connection \"always-succeeds\" is being refreshed by run \"%s\"; wait until that is final"
                        .formatted(active.at("/body/jobId")));
    }
}
