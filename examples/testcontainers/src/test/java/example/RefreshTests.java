package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

@Testcontainers
class RefreshTests {

    @Container
    static final WdataMockContainer WDATA =
            new WdataMockContainer("wdata-mock").withEnv("WDATA_MOCK_VALIDATION", "strict");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String baseUrl = WDATA.baseUrl("test-" + UUID.randomUUID());

    @Test
    void refreshCompletesWhenTheClockIsMovedOn() throws Exception {
        send("PUT", "/__mock/clock", "{\"mode\": \"frozen\"}");

        assertThat(send("POST", "/s/wdata/prep/api/v1/connections/slow/refresh", "{}"))
                .contains("\"sourceStatus\":\"not_started\"");
        send("POST", "/__mock/clock/advance", "{\"by\": \"PT1M\"}");

        assertThat(send("GET", "/s/wdata/prep/api/v1/connections/slow/status", ""))
                .contains("\"sourceStatus\":\"complete\"", "\"destinationStatus\":\"complete\"");
    }

    @Test
    void settingsOfTheContainerAreInForce() throws Exception {
        assertThat(send("POST", "/api/v1/connections/instant/refresh", "{\"unknown\": 1}"))
                .contains("\"code\":400");
    }

    @Test
    void sandboxesShareNothing() throws Exception {
        send("POST", "/api/v1/connections/stuck/refresh", "{}");

        assertThat(send("POST", "/api/v1/connections/stuck/refresh", "{}")).contains("\"code\":409");
        assertThat(send(WDATA.baseUrl("another"), "POST", "/api/v1/connections/stuck/refresh", "{}"))
                .contains("\"code\":200");
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        return send(baseUrl, method, path, body);
    }

    private String send(String baseUrl, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Authorization", "Bearer any")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
