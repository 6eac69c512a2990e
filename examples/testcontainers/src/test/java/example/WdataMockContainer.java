package example;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** wdata-mock in a container, for tests on the host and, as {@code http://wdata-mock:8080}, for other containers. */
final class WdataMockContainer extends GenericContainer<WdataMockContainer> {

    private static final int PORT = 8080;

    WdataMockContainer(String image) {
        super(image);
        withExposedPorts(PORT);
        withNetwork(Network.SHARED);
        withNetworkAliases("wdata-mock");
        waitingFor(Wait.forHttp("/actuator/health/readiness").forPort(PORT));
    }

    /** The base URL of a sandbox, which is created at its first use. */
    String baseUrl(String sandbox) {
        return "http://%s:%d/sandbox/%s".formatted(getHost(), getMappedPort(PORT), sandbox);
    }
}
