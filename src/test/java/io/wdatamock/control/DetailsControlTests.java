package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;

/** The list of operations, single settings, the next script, and the challenge of a 401. */
@HttpTest
class DetailsControlTests {

    @Test
    void theIndexListsTheOperationsOfTheSandbox(Api api) {
        Answer index = new ControlApi(api).get("");

        assertThat(index.at("/sandbox")).isEqualTo(api.sandbox());
        assertThat(index.at("/baseUrl")).isEqualTo(api.host() + "/sandbox/" + api.sandbox());
        assertThat(index.text())
                .contains("{\"method\":\"PATCH\",\"path\":\"/__mock/settings\"")
                .doesNotContain("/__mock/sandboxes");
        assertThat(api.outside("GET", "/__mock").send().text()).contains("/__mock/sandboxes");
    }

    @Test
    void patchChangesOneSettingAndLeavesTheOthers(Api api) {
        ControlApi control = new ControlApi(api);
        control.put("/settings", "{\"overlap\": \"allow\", \"rateLimit\": 5}");

        control.request("PATCH", "/settings")
                .body("{\"validation\": \"strict\"}")
                .send();
        Answer settings = control.get("/settings");
        assertThat(settings.at("/overlap") + settings.at("/validation") + settings.at("/rateLimit"))
                .isEqualTo("allowstrict5");

        control.request("PATCH", "/settings").body("{\"rateLimit\": null}").send();
        assertThat(control.get("/settings").jsonAt("/rateLimit")).isEqualTo("null");
    }

    @Test
    void aConnectionSaysWhichScriptComesNext(Api api) {
        ControlApi control = new ControlApi(api);
        control.scripts("stuck", "[{\"outcome\": \"fail_initiation\"}, {\"outcome\": \"succeed\"}]");
        assertThat(control.get("/connections/stuck").at("/nextScript")).isEqualTo("0");
        api.refresh("stuck");
        assertThat(control.get("/connections/stuck").at("/nextScript")).isEqualTo("1");
        control.scripts("stuck", "[]");
        assertThat(control.get("/connections/stuck").json().has("nextScript")).isFalse();
    }

    @Test
    void aFaultsUnauthorizedCarriesAChallenge(Api api) {
        api.fault("{\"effect\": {\"type\": \"status\", \"status\": 401}}");
        api.fault("{\"operation\": \"issueToken\", \"effect\": {\"type\": \"status\", \"status\": 401}}");

        assertThat(api.connection("instant").header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(api.token("grant_type=client_credentials&client_id=a&client_secret=b")
                        .header("WWW-Authenticate"))
                .isEqualTo("Basic realm=\"wdata-mock\"");
    }

    @Test
    void aStreamOfEventsEndsAtItsLimit(Api api) {
        assertThat(new ControlApi(api).get("/events?limit=1").text()).startsWith("event: clock");
    }
}
