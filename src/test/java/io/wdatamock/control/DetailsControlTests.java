package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;

/** The index, single settings, the next script, and the challenge of a 401. */
@HttpTest
class DetailsControlTests {

    @Test
    void indexListsTheOperationsOfTheSandbox(ApiClient api) {
        ApiResponse index = api.control().get("");

        assertThat(index.at("/sandbox")).isEqualTo(api.sandbox());
        assertThat(index.at("/baseUrl")).isEqualTo(api.host() + "/sandbox/" + api.sandbox());
        assertThat(index.text())
                .contains("{\"method\":\"PATCH\",\"path\":\"/__mock/settings\"")
                .doesNotContain("/__mock/sandboxes");
        assertThat(api.root().get("/__mock").send().text()).contains("/__mock/sandboxes");
    }

    @Test
    void patchChangesOneSettingAndLeavesTheOthers(ControlClient control) {
        control.put("/settings", "{'overlap': 'allow', 'rateLimit': 5}");

        control.request("PATCH", "/settings")
                .body("{\"validation\": \"strict\"}")
                .send();
        ApiResponse settings = control.get("/settings");
        assertThat(settings.at("/overlap") + settings.at("/validation") + settings.at("/rateLimit"))
                .isEqualTo("allowstrict5");

        control.request("PATCH", "/settings").body("{\"rateLimit\": null}").send();
        assertThat(control.get("/settings").jsonAt("/rateLimit")).isEqualTo("null");
    }

    @Test
    void connectionShowsItsNextScript(ApiClient api, ControlClient control) {
        control.setScripts("stuck", "[{'outcome': 'fail_initiation'}, {'outcome': 'succeed'}]");
        assertThat(control.get("/connections/stuck").at("/nextScript")).isEqualTo("0");
        api.refresh("stuck");
        assertThat(control.get("/connections/stuck").at("/nextScript")).isEqualTo("1");
        control.setScripts("stuck", "[]");
        assertThat(control.get("/connections/stuck").json().has("nextScript")).isFalse();
    }

    @Test
    void unauthorizedByAFaultHasAChallenge(ApiClient api) {
        api.addFault("{'effect': {'type': 'status', 'status': 401}}");
        api.addFault("{'operation': 'issueToken', 'effect': {'type': 'status', 'status': 401}}");

        assertThat(api.connection("instant").header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(api.token("grant_type=client_credentials&client_id=a&client_secret=b")
                        .header("WWW-Authenticate"))
                .isEqualTo("Basic realm=\"wdata-mock\"");
    }

    @Test
    void eventStreamEndsAtItsLimit(ApiClient api) {
        assertThat(api.control().get("/events?limit=1").text()).startsWith("event: clock");
    }
}
