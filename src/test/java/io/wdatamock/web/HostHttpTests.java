package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Host names that the server accepts; public names are rejected because of DNS rebinding. */
@HttpTest
class HostHttpTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:8080",
                "192.168.1.17:80",
                "255.255.255.255",
                "[::1]",
                "[::1]:8080",
                "[fd00::1]:8080",
                "[::ffff:192.0.2.1]:8080",
                "localhost",
                "LOCALHOST:8080",
                "localhost.",
                "localhost.:8080",
                "wdata-mock:8080",
                "mock.localhost:8080",
                "Mock.LocalHost",
                "printer.local",
                "host.docker.internal:8080",
                "wdata-mock.default.svc",
                "wdata-mock.default.svc.cluster.local:8080",
                "wdata-mock.default.svc.cluster.local.:8080",
                "app.test"
            })
    void addressesAndLocalNamesAreAccepted(String host, ApiClient api) {
        api.refreshOf("instant").header("Host", host).assertOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "evil.example.",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evil.localhost.example:80",
                "evillocal.com",
                "mock.latest",
                "256.0.0.1",
                "1.2.3",
                "1.2.3.4.5",
                "127.0.0.01a"
            })
    void otherNamesAreRejected(String host, ApiClient api) {
        String name = host.replaceFirst(":\\d+$", "");
        ApiResponse response =
                api.refreshOf("stuck").header("Host", host).assertError(421, null, message("Host header", name));
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/connections/stuck/refresh, application/json",
        "GET, /__mock/requests, application/problem+json",
        "GET, /__mock/events, application/problem+json",
        "POST, /__mock/reset, application/problem+json",
        "POST, /oauth2/token, application/json",
        "GET, /, application/json",
        "GET, /live/main.js, application/json",
        "GET, /swagger-ui/index.html, application/json",
        "GET, /v3/api-docs/wdata, application/json",
        "GET, /actuator/prometheus, application/json",
        "GET, /actuator/health/liveness, application/json"
    })
    void everyPathRejectsAReboundNameInItsErrorFormat(String method, String path, String type, ApiClient api) {
        // To the browser, a page of a rebound name has the same origin, and a link navigates to it.
        ApiResponse response = api.request(method, path)
                .header("Host", "evil.example:" + api.host().getPort())
                .header("Origin", "http://evil.example:" + api.host().getPort())
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .assertStatus(421);
        assertThat(response.header("Content-Type")).isEqualTo(type);
        assertThat(response.text()).contains("wdata-mock.hosts");
    }

    @Test
    void hostIsCheckedBeforeTheOrigin(ApiClient api) {
        ApiResponse response = api.get("/__mock/requests")
                .header("Host", "evil.example")
                .header("Sec-Fetch-Site", "cross-site")
                .assertStatus(421);
        assertThat(response.at("/title")).isEqualTo("Misdirected Request");
        assertThat(response.at("/errors/0/code")).isEqualTo("misdirected_request");
    }

    @Test
    void rejectedHostCreatesNoSandbox(ApiClient api) {
        String fresh = api.sandbox() + "-never-made";

        api.root()
                .get("/sandbox/" + fresh + "/api/v1/connections")
                .header("Host", "evil.example")
                .send();

        assertThat(api.root().get("/__mock/sandboxes").send().text()).doesNotContain(fresh);
    }

    @Test
    void untrustedForwardedHostIsIgnored(ApiClient api) {
        api.refreshOf("stuck")
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "localhost")
                .header("Forwarded", "host=localhost")
                .assertError(421, null, message("Host header", "evil.example"));
        api.refreshOf("instant").header("X-Forwarded-Host", "evil.example").assertOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host:\n"})
    void requestWithoutAHostIsAccepted(String header, ApiClient api) {
        assertThat(api.sendRaw("GET /actuator/health HTTP/1.0\n" + header + "\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({"localhost, 400", "evil.example, 421"})
    void absoluteRequestTargetCannotNameAnotherHost(String target, int status, ApiClient api) {
        String request = """
                GET http://%s/actuator/health HTTP/1.1
                Host: evil.example
                Connection: close

                """.formatted(target);

        assertThat(api.sendRaw(request)).startsWith("HTTP/1.1 " + status);
    }

    private static String message(String source, String name) {
        return "The %s was \"%s\", but must be an IP address, a name without dots, a name that ends in .localhost, .local, .internal, .svc or .test, or one that wdata-mock.hosts lists"
                .formatted(source, name);
    }

    /** A server with configured names. */
    @Nested
    @HttpTest(properties = "wdata-mock.hosts=Mock.Example.com, *.corp.example.,plain")
    class WithNamesOfItsOwn {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "mock.example.com",
                    "MOCK.example.com.:8443",
                    "a.corp.example",
                    "a.b.CORP.example:80",
                    "localhost"
                })
        void listedNamesAreAccepted(String host, ApiClient api) {
            api.refreshOf("instant").header("Host", host).assertOk();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a.mock.example.com", "corp.example", "evilcorp.example", "example.com"})
        void otherNamesAreRejected(String host, ApiClient api) {
            api.refreshOf("stuck").header("Host", host).assertError(421, null, message("Host header", host));
        }
    }

    /** A server that accepts all names. */
    @Nested
    @HttpTest(properties = "wdata-mock.hosts=*")
    class WithEveryName {

        @Test
        void everyNameIsAccepted(ApiClient api) {
            api.refreshOf("instant").header("Host", "evil.example").assertOk();
        }
    }

    /** A server behind a trusted proxy. */
    @Nested
    @HttpTest(properties = {"server.forward-headers-strategy=framework", "wdata-mock.hosts=mock.example.com"})
    class BehindAProxy {

        @Test
        void forwardedHostMustBeAllowedToo(ApiClient api) {
            api.refreshOf("instant")
                    .header("X-Forwarded-Host", "mock.example.com")
                    .assertOk();
            api.refreshOf("stuck")
                    .header("X-Forwarded-Host", "evil.example")
                    .assertError(421, null, message("forwarded host", "evil.example"));
            api.refreshOf("stuck")
                    .header("Forwarded", "host=\"evil.example:80\"")
                    .assertError(421, null, message("forwarded host", "evil.example"));
        }

        @Test
        void hostHeaderMustBeAllowedToo(ApiClient api) {
            api.refreshOf("stuck")
                    .header("Host", "evil.example")
                    .header("X-Forwarded-Host", "localhost")
                    .assertError(421, null, message("Host header", "evil.example"));
        }
    }

    /** A server behind a trusted proxy, whose headers Tomcat reads. */
    @Nested
    @HttpTest(properties = {"server.forward-headers-strategy=native", "wdata-mock.hosts=mock.example.com"})
    class BehindAProxyThatTomcatKnows {

        @Test
        void forwardedHostMustBeAllowedToo(ApiClient api) {
            api.refreshOf("instant")
                    .header("X-Forwarded-For", "192.0.2.1")
                    .header("X-Forwarded-Host", "mock.example.com")
                    .assertOk();
            api.refreshOf("stuck")
                    .header("X-Forwarded-For", "192.0.2.1")
                    .header("X-Forwarded-Host", "evil.example")
                    .assertError(421, null, message("forwarded host", "evil.example"));
        }
    }
}
