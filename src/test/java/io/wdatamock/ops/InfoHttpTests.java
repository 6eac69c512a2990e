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
        ApiResponse response = api.root()
                .request("GET", "/actuator/info")
                .without("Authorization")
                .send();

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
        assertThat(response.header("Content-Security-Policy")).isEqualTo("frame-ancestors 'none'");
        assertThat(response.json().propertyNames()).containsExactly("app", "git", "java");
        assertThat(response.at("/app/name")).isEqualTo("wdata-mock");
        assertThat(response.at("/app/version"))
                .isEqualTo(server.getBean(BuildProperties.class).getVersion());
        assertThat(response.at("/git/commit/id")).matches("[0-9a-f]{7,40}|unknown");
        assertThat(response.at("/java/version")).isEqualTo(System.getProperty("java.version"));
        assertThat(response.at("/java/vendor/name")).isEqualTo(System.getProperty("java.vendor"));
    }

    @Test
    void infoIsReadOnly(ApiClient api) {
        assertThat(api.root().request("POST", "/actuator/info").send().status()).isEqualTo(405);
    }
}
