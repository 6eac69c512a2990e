package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reset, list and deletion of sandboxes. */
@HttpTest
class ResetControlTests {

    private static final String FREEZE = "{\"mode\": \"frozen\", \"now\": \"2026-06-01T12:00:00Z\"}";

    @Test
    void resetRestoresTheSeed(ApiClient api, ControlClient control) {
        String seed = control.snapshot();
        ApiResponse firstRun = api.refresh("stuck");
        api.token("grant_type=client_credentials&client_id=me&client_secret=s");
        api.batch("[{'connectionId': 'instant'}]");
        control.put("/connections/mine", "{}");
        control.delete("/connections/slow");
        control.setScripts("instant", "[{'outcome': 'fail_source'}]");
        control.put("/settings", "{'auth': 'issued', 'rateLimit': 1}");
        control.post("/faults", "{'effect': {'type': 'status', 'status': 418}}");
        control.advanceClock("P1D");

        ApiResponse response = control.post("/reset", "").assertStatus(204);
        assertThat(response.text()).isEmpty();
        assertThat(control.get("/clock").at("/mode")).isEqualTo("running");
        assertThat(control.requests().jsonAt("/total")).isEqualTo("0");
        control.put("/clock", FREEZE);
        assertThat(control.snapshot()).isEqualTo(seed);
        assertThat(api.refresh("stuck").text())
                .as("the same requests give the same responses")
                .isEqualTo(firstRun.text());
    }

    @Test
    void resetRestoresRealTime(ApiClient api, ControlClient control) {
        Instant real = Instant.parse(control.delete("/clock").at("/now"));
        control.put("/clock", "{'now': '2999-01-01T00:00:00Z'}");
        api.refresh("slow");

        control.post("/reset", "");

        assertThat(Instant.parse(control.get("/clock").at("/now"))).isBetween(real, real.plusSeconds(300));
    }

    @Test
    void resetRevokesTokens(ApiClient api, ControlClient control) {
        String token = api.token("grant_type=client_credentials&client_id=me&client_secret=s")
                .at("/access_token");

        control.post("/reset", "");
        control.put("/settings", "{'auth': 'issued'}");

        api.get("/api/v1/connections").token(token).assertStatus(401);
    }

    @Test
    void sandboxesAreListedByNameWithTheirLastUse(ApiClient api) {
        api.list("");
        ApiResponse listing = api.root().get("/__mock/sandboxes").send();

        List<String> names = listing.each("sandboxes", "name");
        assertThat(names).contains("default", api.sandbox()).isSorted();
        assertThat(listing.entries("sandboxes"))
                .allSatisfy(sandbox -> assertThat(
                                Instant.parse(sandbox.path("lastUsed").asString()))
                        .isNotNull());
    }

    @Test
    void listNamesTheServerByHostAndPort(ApiClient api) {
        ApiResponse listing = api.root().get("/__mock/sandboxes").send();

        assertThat(listing.at("/server")).matches("[^:]+:" + api.host().getPort());
    }

    @Test
    void deletedSandboxIsRecreatedAtItsNextUse(ApiClient api) {
        api.refresh("stuck");
        String path = "/__mock/sandboxes/" + api.sandbox();

        api.root().delete(path).assertStatus(204);
        assertThat(api.root().get("/__mock/sandboxes").send().each("sandboxes", "name"))
                .doesNotContain(api.sandbox());
        api.root()
                .delete(path)
                .send()
                .assertProblem(
                        404,
                        "name",
                        "There is no sandbox \"%s\"; GET /__mock/sandboxes lists the existing ones"
                                .formatted(api.sandbox()));
        assertThat(api.control().get("/clock").at("/mode")).isEqualTo("running");
        api.status("stuck").assertStatus(404);
    }

    @Test
    void deletingTheDefaultSandboxResetsIt(ApiClient api) {
        api.root().request("PUT", "/__mock/connections/only-here").body("{}").send();

        api.root().delete("/__mock/sandboxes/default").assertStatus(204);

        api.root().get("/__mock/connections/only-here").assertStatus(404);
        assertThat(api.root().get("/__mock/sandboxes").send().each("sandboxes", "name"))
                .contains("default");
    }

    @ParameterizedTest
    @CsvSource({"GET, /sandboxes", "DELETE, /sandboxes/default", "DELETE, /sandboxes/other"})
    void sandboxListIsNotAvailableInASandbox(String method, String path, ApiClient api, ControlClient control) {
        String whole = "/sandbox/" + api.sandbox() + "/__mock" + path;

        control.assertRejects(
                control.request(method, path),
                404,
                null,
                "There is no route %s; /__mock/sandboxes concerns the whole server and exists only at its root"
                        .formatted(whole));
        api.root().request(method, "/sandbox/default/__mock" + path).assertStatus(404);
    }
}
