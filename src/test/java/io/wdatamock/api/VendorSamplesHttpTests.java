package io.wdatamock.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The vendor's samples of a refresh, byte for byte as their tools send them except for the host, all without a body. (<a href="https://developers.workiva.com">Workiva's developer portal</a>)
 */
@HttpTest
class VendorSamplesHttpTests {

    /** The request as each tool sends it. */
    enum Tool {
        CURL("""
                POST %s HTTP/1.1
                Host: %s
                User-Agent: curl/7.88.1
                Content-Type: application/json
                Accept: application/json
                Authorization: Bearer {access-token}

                """),
        HTTPIE("""
                POST %s HTTP/1.1
                Host: %s
                User-Agent: HTTPie/3.2.4
                Accept-Encoding: gzip, deflate
                Connection: keep-alive
                Content-Type: application/json
                Accept: application/json
                Authorization: Bearer {access-token}
                Content-Length: 0

                """),
        WGET("""
                POST %s HTTP/1.1
                Host: %s
                User-Agent: Wget/1.21.3
                Accept: application/json
                Accept-Encoding: identity
                Connection: Keep-Alive
                Content-Type: application/json
                Authorization: Bearer {access-token}
                Content-Length: 0

                """),
        REQUESTS("""
                POST %s HTTP/1.1
                Host: %s
                User-Agent: python-requests/2.32.3
                Accept-Encoding: gzip, deflate
                Accept: application/json
                Connection: keep-alive
                Content-Type: application/json
                Authorization: Bearer {access-token}
                Content-Length: 0

                """),
        NODE_FETCH("""
                POST %s HTTP/1.1
                accept: application/json
                authorization: Bearer {access-token}
                content-type: application/json
                host: %s
                connection: keep-alive
                accept-language: *
                sec-fetch-mode: cors
                user-agent: node
                accept-encoding: gzip, deflate
                content-length: 0

                """),
        JAVA_URL_CONNECTION("""
                POST %s HTTP/1.1
                Content-Type: application/x-www-form-urlencoded
                Authorization: Bearer {access-token}
                User-Agent: Java/17.0.15
                Host: %s
                Accept: text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2
                Connection: keep-alive
                Transfer-Encoding: chunked

                0

                """);

        private final String request;

        Tool(String request) {
            this.request = request;
        }
    }

    @ParameterizedTest
    @EnumSource
    void sampleOfEachToolStartsARun(Tool tool, ApiClient api) {
        String path = "/sandbox/%s/s/wdata/prep/api/v1/connections/instant/refresh".formatted(api.sandbox());

        String response = api.sendRaw(tool.request.formatted(path, api.host().getAuthority()));

        assertThat(response).startsWith("HTTP/1.1 200").contains("\"destinationStatus\":\"complete\"");
        assertThat(response.lines().filter(line -> line.startsWith("X-Wdata-Mock-Note:")))
                .containsExactly("X-Wdata-Mock-Note: The body is empty and counts as {}");
        assertThat(api.status("instant").assertOk().at("/body/jobId")).isNotEmpty();
    }
}
