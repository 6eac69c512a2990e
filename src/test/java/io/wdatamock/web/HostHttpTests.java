package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that the server answers to: a name that anyone could register and point at this machine is not one. */
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
    void addressesAndLocalNamesAreAnswered(String host, Api api) {
        api.refreshOf("instant").header("Host", host).send().assertOk();
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
    void otherNamesAreRefusedWithTheRemedy(String host, Api api) {
        String name = host.replaceFirst(":\\d+$", "");
        Answer answer = api.refreshOf("stuck").header("Host", host).send();

        answer.assertRefused(421, null, refusal("Host header", name));
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
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
    void everyPathRefusesAReboundNameInItsShape(String method, String path, String type, Api api) {
        // A page of a rebound name is of the same origin, and a link leads to it.
        Answer answer = api.request(method, path)
                .header("Host", "evil.example:" + api.host().getPort())
                .header("Origin", "http://evil.example:" + api.host().getPort())
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .send();

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.text()).contains("wdata-mock.hosts");
    }

    @Test
    void refusalComesBeforeThatOfAnOrigin(Api api) {
        Answer answer = api.get("/__mock/requests")
                .header("Host", "evil.example")
                .header("Sec-Fetch-Site", "cross-site")
                .send();

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.at("/title")).isEqualTo("Misdirected Request");
        assertThat(answer.at("/errors/0/code")).isEqualTo("misdirected_request");
    }

    @Test
    void refusalComesBeforeASandboxIsMade(Api api) {
        String fresh = api.sandbox() + "-never-made";

        api.outside("GET", "/sandbox/" + fresh + "/api/v1/connections")
                .header("Host", "evil.example")
                .send();

        assertThat(api.outside("GET", "/__mock/sandboxes").send().text()).doesNotContain(fresh);
    }

    @Test
    void forwardedHostOfAStrangerCountsForNothing(Api api) {
        api.refreshOf("stuck")
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "localhost")
                .header("Forwarded", "host=localhost")
                .send()
                .assertRefused(421, null, refusal("Host header", "evil.example"));
        api.refreshOf("instant")
                .header("X-Forwarded-Host", "evil.example")
                .send()
                .assertOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host:\r\n"})
    void oldClientThatNamesNoHostIsAnswered(String header, Api api) throws IOException {
        assertThat(statusLine("GET /actuator/health HTTP/1.0\r\n" + header + "\r\n", api))
                .contains(" 200");
    }

    @Test
    void targetThatIsAWholeUrlCannotNameAnotherHost(Api api) throws IOException {
        assertThat(statusLine(
                        "GET http://localhost/actuator/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
                        api))
                .contains(" 400");
        assertThat(statusLine(
                        "GET http://evil.example/actuator/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
                        api))
                .contains(" 421");
    }

    private static String statusLine(String request, Api api) throws IOException {
        try (Socket socket = new Socket(api.host().getHost(), api.host().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElseThrow();
        }
    }

    private static String refusal(String source, String name) {
        return "The %s was \"%s\", but must be an IP address, a name without dots, a name that ends in .localhost, .local, .internal, .svc or .test, or one that wdata-mock.hosts lists"
                .formatted(source, name);
    }

    /** A server with names of its own. */
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
        void theseAreAnswered(String host, Api api) {
            api.refreshOf("instant").header("Host", host).send().assertOk();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a.mock.example.com", "corp.example", "evilcorp.example", "example.com"})
        void othersAreNot(String host, Api api) {
            api.refreshOf("stuck").header("Host", host).send().assertRefused(421, null, refusal("Host header", host));
        }
    }

    /** A server that answers to every name. */
    @Nested
    @HttpTest(properties = "wdata-mock.hosts=*")
    class WithEveryName {

        @Test
        void everyNameIsAnswered(Api api) {
            api.refreshOf("instant").header("Host", "evil.example").send().assertOk();
        }
    }

    /** A server behind a proxy that it trusts. */
    @Nested
    @HttpTest(properties = {"server.forward-headers-strategy=framework", "wdata-mock.hosts=mock.example.com"})
    class BehindAProxy {

        @Test
        void nameThatTheProxyWasAskedForMustBeAllowedToo(Api api) {
            api.refreshOf("instant")
                    .header("X-Forwarded-Host", "mock.example.com")
                    .send()
                    .assertOk();
            api.refreshOf("stuck")
                    .header("X-Forwarded-Host", "evil.example")
                    .send()
                    .assertRefused(421, null, refusal("forwarded host", "evil.example"));
            api.refreshOf("stuck")
                    .header("Forwarded", "host=\"evil.example:80\"")
                    .send()
                    .assertRefused(421, null, refusal("forwarded host", "evil.example"));
        }

        @Test
        void hostHeaderItselfStillCounts(Api api) {
            api.refreshOf("stuck")
                    .header("Host", "evil.example")
                    .header("X-Forwarded-Host", "localhost")
                    .send()
                    .assertRefused(421, null, refusal("Host header", "evil.example"));
        }
    }

    /** The same, where Tomcat reads the proxy's headers. */
    @Nested
    @HttpTest(properties = {"server.forward-headers-strategy=native", "wdata-mock.hosts=mock.example.com"})
    class BehindAProxyThatTomcatKnows {

        @Test
        void nameThatTheProxyWasAskedForMustBeAllowedToo(Api api) {
            api.refreshOf("instant")
                    .header("X-Forwarded-For", "192.0.2.1")
                    .header("X-Forwarded-Host", "mock.example.com")
                    .send()
                    .assertOk();
            api.refreshOf("stuck")
                    .header("X-Forwarded-For", "192.0.2.1")
                    .header("X-Forwarded-Host", "evil.example")
                    .send()
                    .assertRefused(421, null, refusal("forwarded host", "evil.example"));
        }
    }
}
