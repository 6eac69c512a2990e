package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.testcontainers.WdataMockContainer;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Network;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.MountableFile;

@Testcontainers
class SeedTests {

    @Container
    static final WdataMockContainer WDATA = new WdataMockContainer("wdata-mock")
            .withSeed(MountableFile.forClasspathResource("payroll.yaml"))
            .withSetting("wdata-mock.control.token", "s3cret")
            .withNetwork(Network.SHARED);

    @Test
    void connectionsAreThoseOfTheSeed() throws Exception {
        assertThat(new Client(WDATA.baseUrl()).send("GET", "/api/v1/connections", ""))
                .contains("\"connectionId\":\"payroll\"")
                .doesNotContain("\"connectionId\":\"instant\"");
    }

    @Test
    void controlApiRequiresTheToken() throws Exception {
        String token = WDATA.controlToken().orElseThrow();

        assertThat(new Client(WDATA.baseUrl()).send("GET", "/__mock/clock", "")).contains("\"status\":401");
        assertThat(new Client(WDATA.baseUrl(), token).send("GET", "/__mock/clock", ""))
                .contains("\"mode\":\"running\"");
    }
}
