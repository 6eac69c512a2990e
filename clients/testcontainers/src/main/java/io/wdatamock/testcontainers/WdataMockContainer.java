package io.wdatamock.testcontainers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * The server wdata-mock in a container. It is started when its readiness probe returns 200. Containers of the same
 * network reach it at {@code http://wdata-mock:8080}.
 */
public class WdataMockContainer extends GenericContainer<WdataMockContainer> {

    private static final int PORT = 8080;
    private static final String ALIAS = "wdata-mock";
    private static final String READINESS = "/actuator/health/readiness";
    private static final String HOSTS = variable("wdata-mock.hosts");
    private static final String CONTROL_TOKEN = variable("wdata-mock.control.token");
    private static final String SEED = "/seed.yaml";
    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    /** Creates a container of the image {@code wdatamock/wdata-mock} with the version of this artifact as its tag. */
    public WdataMockContainer() {
        this(DefaultImage.name());
    }

    /** Creates a container of an image named {@code wdatamock/wdata-mock} or {@code wdata-mock}, with any tag. */
    public WdataMockContainer(String image) {
        this(DockerImageName.parse(image));
    }

    /**
     * Creates a container of an image.
     *
     * @param image {@code wdatamock/wdata-mock}, {@code wdata-mock}, or a name with
     *     {@code asCompatibleSubstituteFor("wdatamock/wdata-mock")}
     */
    @SuppressWarnings("this-escape") // as in all containers, the methods of the superclass configure this
    public WdataMockContainer(DockerImageName image) {
        super(DefaultImage.requireCompatible(image));
        withExposedPorts(PORT);
        withNetworkAliases(ALIAS);
        waitingFor(Wait.forHttp(READINESS).forPort(PORT));
    }

    /**
     * Sets a setting of the server. A start with an unknown setting or a wrong value fails.
     *
     * @param name the name as in the list of settings, such as {@code wdata-mock.validation}
     */
    public WdataMockContainer withSetting(String name, String value) {
        return withEnv(variable(name), value);
    }

    /** Replaces the built-in connections by those of a seed in YAML or JSON. */
    public WdataMockContainer withSeed(MountableFile seed) {
        return withCopyFileToContainer(seed, SEED).withSetting("wdata-mock.seed", SEED);
    }

    /** The base URL of the server, which is that of the sandbox {@code default}, without a slash at the end. */
    public String baseUrl() {
        return "http://%s:%d".formatted(getHost(), getMappedPort(PORT));
    }

    /** The base URL of a sandbox, which the server creates at its first use; without a slash at the end. */
    public String baseUrl(String sandbox) {
        return baseUrl() + "/sandbox/" + sandbox;
    }

    /** The bearer token of the control API; empty if the setting {@code wdata-mock.control.token} is not set. */
    public Optional<String> controlToken() {
        return Optional.ofNullable(getEnvMap().get(CONTROL_TOKEN));
    }

    /** Adds the name of a remote Docker host, which the server would otherwise reject, to the accepted host names. */
    @Override
    protected void configure() {
        String host = getHost();
        if (host.contains(".") && !IP_ADDRESS.matcher(host).matches()) {
            withEnv(HOSTS, hosts -> hosts.map(others -> join(others, host)).orElse(host));
        }
    }

    /** Returns the list with the host; a container that is started again has it already. */
    private static String join(String hosts, String host) {
        return List.of(hosts.split(",", -1)).contains(host) ? hosts : hosts + "," + host;
    }

    /** Returns the environment variable of a setting. */
    private static String variable(String setting) {
        return setting.replaceAll("[.\\[-]+", "_").replace("]", "").toUpperCase(Locale.ROOT);
    }
}
