package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import io.wdatamock.sandbox.Settings;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The common format of all responses. */
@HttpTest
class EnvelopeHttpTests {

    @Test
    void theLengthOfAnAnswerIsAnnounced(ApiClient api) {
        ApiResponse ok = api.refresh("instant", "{'sourceParameters': {'größe': '😀'}}");
        ApiResponse refused = api.connection("größe".replace("ö", "%C3%B6").replace("ß", "%C3%9F"));

        assertThat(ok.header("Content-Length"))
                .isEqualTo(String.valueOf(ok.text().getBytes(StandardCharsets.UTF_8).length));
        assertThat(refused.at("/body")).contains("größe");
        assertThat(refused.header("Content-Length"))
                .isEqualTo(String.valueOf(refused.text().getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void anAnswerIsOneLineOfJsonWithBodyAndCodeFirst(ApiClient api) {
        assertThat(api.list("?limit=1").text()).matches("\\{\"body\":\\[\\{.*}],\"code\":200,\"cursor\":\"[^\"]+\"}");
        assertThat(api.connection("instant").text()).matches("\\{\"body\":\\{.*},\"code\":200}");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void anUnexpectedFailureTellsNothingOfTheInsideAndIsLoggedOnce(ApiClient api, CapturedOutput output) {
        Settings settings = api.atomically(state -> {
            Settings before = state.settings();
            state.setSettings(null);
            return before;
        });

        api.list("").assertError(500, null, "The mock server failed unexpectedly; its log says how");
        assertThat(output).containsOnlyOnce("ERROR").containsOnlyOnce("NullPointerException");

        api.atomically(state -> {
            state.setSettings(settings);
            return state;
        });
        api.list("").assertOk();
    }
}
