package io.wdatamock.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.ApplicationContext;

@HttpTest
class InfoHttpTests {

    @Test
    void infoContainsVersionCommitAndJava(ApiClient api, ApplicationContext server) {
        ApiResponse answer = api.root()
                .request("GET", "/actuator/info")
                .without("Authorization")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("frame-ancestors 'none'");
        assertThat(answer.json().propertyNames()).containsExactly("app", "git", "java");
        assertThat(answer.at("/app/name")).isEqualTo("wdata-mock");
        assertThat(answer.at("/app/version"))
                .isEqualTo(server.getBean(BuildProperties.class).getVersion());
        assertThat(answer.at("/git/commit/id")).matches("[0-9a-f]{7,40}|unknown");
        assertThat(answer.at("/java/version")).isEqualTo(System.getProperty("java.version"));
        assertThat(answer.at("/java/vendor/name")).isEqualTo(System.getProperty("java.vendor"));
    }

    @Test
    void infoIsReadOnly(ApiClient api) {
        assertThat(api.root().request("POST", "/actuator/info").send().status()).isEqualTo(405);
    }
}
