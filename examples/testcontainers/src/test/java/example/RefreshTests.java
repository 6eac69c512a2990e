package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.testcontainers.WdataMockContainer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

@Testcontainers
class RefreshTests {

    @Container
    static final WdataMockContainer WDATA = new WdataMockContainer("wdata-mock")
            .withSetting("wdata-mock.validation", "strict")
            .withNetwork(Network.SHARED);

    private final Client client = new Client(WDATA.baseUrl("test-" + UUID.randomUUID()));

    @Test
    void refreshCompletesWhenTheClockIsMovedOn() throws Exception {
        client.send("PUT", "/__mock/clock", "{\"mode\": \"frozen\"}");

        assertThat(client.send("POST", "/s/wdata/prep/api/v1/connections/slow/refresh", "{}"))
                .contains("\"sourceStatus\":\"not_started\"");
        client.send("POST", "/__mock/clock/advance", "{\"by\": \"PT1M\"}");

        assertThat(client.send("GET", "/s/wdata/prep/api/v1/connections/slow/status", ""))
                .contains("\"sourceStatus\":\"complete\"", "\"destinationStatus\":\"complete\"");
    }

    @Test
    void settingsOfTheContainerAreInForce() throws Exception {
        assertThat(client.send("POST", "/api/v1/connections/instant/refresh", "{\"unknown\": 1}"))
                .contains("\"code\":400");
    }

    @Test
    void sandboxesShareNothing() throws Exception {
        client.send("POST", "/api/v1/connections/stuck/refresh", "{}");

        assertThat(client.send("POST", "/api/v1/connections/stuck/refresh", "{}"))
                .contains("\"code\":409");
        assertThat(new Client(WDATA.baseUrl("another")).send("POST", "/api/v1/connections/stuck/refresh", "{}"))
                .contains("\"code\":200");
        assertThat(new Client(WDATA.baseUrl()).send("POST", "/api/v1/connections/stuck/refresh", "{}"))
                .contains("\"code\":200");
    }

    @Test
    void otherContainersFindTheMockByItsName() throws Exception {
        try (GenericContainer<?> application = new GenericContainer<>("wdata-mock")
                .withEnv("WDATA_MOCK_UPSTREAM_URL", "http://wdata-mock:8080/sandbox/of-an-application")
                .withEnv("WDATA_MOCK_HOSTS", WDATA.getHost())
                .withExposedPorts(8080)
                .withNetwork(Network.SHARED)) {
            application.start();
            String url = "http://%s:%d".formatted(application.getHost(), application.getMappedPort(8080));

            assertThat(new Client(url).send("POST", "/api/v1/connections/stuck/refresh", "{}"))
                    .contains("\"code\":200");
        }
        assertThat(new Client(WDATA.baseUrl("of-an-application")).send("GET", "/__mock/requests", ""))
                .contains("\"operation\":\"refreshConnection\"");
    }
}
