package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import io.wdatamock.sandbox.Settings;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What every answer has in common, on the wire. */
@HttpTest
class EnvelopeHttpTests {

    @Test
    void theLengthOfAnAnswerIsAnnounced(Api api) {
        Answer ok = api.refresh("instant", "{\"sourceParameters\": {\"größe\": \"😀\"}}");
        Answer refused = api.connection("größe".replace("ö", "%C3%B6").replace("ß", "%C3%9F"));

        assertThat(ok.header("Content-Length"))
                .isEqualTo(String.valueOf(ok.text().getBytes(StandardCharsets.UTF_8).length));
        assertThat(refused.at("/body")).contains("größe");
        assertThat(refused.header("Content-Length"))
                .isEqualTo(String.valueOf(refused.text().getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void anAnswerIsOneLineOfJsonWithBodyAndCodeFirst(Api api) {
        assertThat(api.list("?limit=1").text()).matches("\\{\"body\":\\[\\{.*}],\"code\":200,\"cursor\":\"[^\"]+\"}");
        assertThat(api.connection("instant").text()).matches("\\{\"body\":\\{.*},\"code\":200}");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void anUnexpectedFailureTellsNothingOfTheInsideAndIsLoggedOnce(Api api, CapturedOutput output) {
        Settings settings = api.inside(world -> {
            Settings before = world.settings();
            world.setSettings(null);
            return before;
        });

        api.list("").assertRefused(500, null, "The mock server failed unexpectedly; its log says how");
        assertThat(output).containsOnlyOnce("ERROR").containsOnlyOnce("NullPointerException");

        api.inside(world -> {
            world.setSettings(settings);
            return world;
        });
        api.list("").assertOk();
    }
}
