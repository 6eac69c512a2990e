package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starting again, and dropping sandboxes. */
@HttpTest
class ResetControlTests {

    private static final String FREEZE = "{\"mode\": \"frozen\", \"now\": \"2026-06-01T12:00:00Z\"}";

    @Test
    void aResetBringsEverythingBackToTheSeed(Api api) {
        ControlApi control = new ControlApi(api);
        String seed = control.state();
        Answer firstRun = api.refresh("stuck");
        api.token("grant_type=client_credentials&client_id=me&client_secret=s");
        api.batch("[{\"connectionId\": \"instant\"}]");
        control.put("/connections/mine", "{}");
        control.delete("/connections/slow");
        control.scripts("instant", "[{\"outcome\": \"fail_source\"}]");
        control.put("/settings", "{\"auth\": \"issued\", \"rateLimit\": 1}");
        control.post("/faults", "{\"effect\": {\"type\": \"status\", \"status\": 418}}");
        control.pass("P1D");

        Answer answer = control.post("/reset", "");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertThat(control.get("/clock").at("/mode")).isEqualTo("running");
        assertThat(control.get("/requests").jsonAt("/total")).isEqualTo("0");
        control.put("/clock", FREEZE);
        assertThat(control.state()).isEqualTo(seed);
        assertThat(api.refresh("stuck").text())
                .as("the same calls give the same answers")
                .isEqualTo(firstRun.text());
    }

    @Test
    void aResetBringsRealTimeBack(Api api) {
        ControlApi control = new ControlApi(api);
        Instant real = Instant.parse(control.delete("/clock").at("/now"));
        control.put("/clock", "{\"now\": \"2999-01-01T00:00:00Z\"}");
        api.refresh("slow");

        control.post("/reset", "");

        assertThat(Instant.parse(control.get("/clock").at("/now"))).isBetween(real, real.plusSeconds(300));
    }

    @Test
    void aTokenFromBeforeAResetIsWorthNothingAfterIt(Api api) {
        ControlApi control = new ControlApi(api);
        String token = api.token("grant_type=client_credentials&client_id=me&client_secret=s")
                .at("/access_token");

        control.post("/reset", "");
        control.put("/settings", "{\"auth\": \"issued\"}");

        assertThat(api.get("/api/v1/connections").token(token).send().status()).isEqualTo(401);
    }

    @Test
    void sandboxesAreListedByNameWithTheirLastUse(Api api) {
        api.list("");
        Answer listing = api.outside("GET", "/__mock/sandboxes").send();

        List<String> names = ControlApi.each(listing, "sandboxes", "name");
        assertThat(names).contains("default", api.sandbox()).isSorted();
        assertThat(ControlApi.entries(listing, "sandboxes"))
                .allSatisfy(sandbox -> assertThat(
                                Instant.parse(sandbox.path("lastUsed").asString()))
                        .isNotNull());
    }

    @Test
    void aDroppedSandboxBeginsAnewAtItsNextUse(Api api) {
        api.refresh("stuck");
        String path = "/__mock/sandboxes/" + api.sandbox();

        Answer answer = api.outside("DELETE", path).send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(ControlApi.each(api.outside("GET", "/__mock/sandboxes").send(), "sandboxes", "name"))
                .doesNotContain(api.sandbox());
        ControlApi.assertProblem(
                api.outside("DELETE", path).send(),
                404,
                "name",
                "There is no sandbox \"%s\"; GET /__mock/sandboxes lists those there are".formatted(api.sandbox()));
        assertThat(new ControlApi(api).get("/clock").at("/mode")).isEqualTo("running");
        assertThat(api.status("stuck").status()).isEqualTo(404);
    }

    @Test
    void toDropTheDefaultSandboxIsToResetIt(Api api) {
        api.outside("PUT", "/__mock/connections/only-here").body("{}").send();

        assertThat(api.outside("DELETE", "/__mock/sandboxes/default").send().status())
                .isEqualTo(204);

        assertThat(api.outside("GET", "/__mock/connections/only-here").send().status())
                .isEqualTo(404);
        assertThat(ControlApi.each(api.outside("GET", "/__mock/sandboxes").send(), "sandboxes", "name"))
                .contains("default");
    }

    @ParameterizedTest
    @CsvSource({"GET, /sandboxes", "DELETE, /sandboxes/default", "DELETE, /sandboxes/other"})
    void sandboxesAreNotForASandboxToSteer(String method, String path, Api api) {
        ControlApi control = new ControlApi(api);
        String whole = "/sandbox/" + api.sandbox() + "/__mock" + path;

        control.assertRefuses(
                control.request(method, path),
                404,
                null,
                "There is no route %s; /__mock/sandboxes is for the whole server, so ask for it at the root"
                        .formatted(whole));
        assertThat(api.outside(method, "/sandbox/default/__mock" + path).send().status())
                .isEqualTo(404);
    }
}
