package io.wdatamock.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** The configuration of a container, which needs no Docker. examples/testcontainers starts containers. */
class WdataMockContainerTests {

    @Test
    void defaultImageHasTheVersionOfTheArtifact() {
        assertThat(DefaultImage.name().asCanonicalNameString()).matches("wdatamock/wdata-mock:\\d+\\.\\d+\\.\\d+.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wdata-mock", "wdata-mock:1", "wdatamock/wdata-mock:2"})
    void imageMayHaveAnyTag(String image) {
        assertThat(at("localhost", DockerImageName.parse(image)).getExposedPorts())
                .containsExactly(8080);
    }

    @Test
    void imageOfAnotherRegistryMustBeDeclaredAsSubstitute() {
        DockerImageName own = DockerImageName.parse("registry.example/wdata-mock:1");

        assertThatIllegalStateException()
                .isThrownBy(() -> new WdataMockContainer(own))
                .withMessageContaining("asCompatibleSubstituteFor(\"wdatamock/wdata-mock\")");
        assertThat(new WdataMockContainer(own.asCompatibleSubstituteFor("wdatamock/wdata-mock")).getNetworkAliases())
                .contains("wdata-mock");
    }

    @ParameterizedTest
    @CsvSource({
        "wdata-mock.validation, WDATA_MOCK_VALIDATION",
        "wdata-mock.default-script.pacing.source, WDATA_MOCK_DEFAULT_SCRIPT_PACING_SOURCE",
        "wdata-mock.auth.clients[0].id, WDATA_MOCK_AUTH_CLIENTS_0_ID",
        "wdata-mock.hosts[1], WDATA_MOCK_HOSTS_1",
        "server.forward-headers-strategy, SERVER_FORWARD_HEADERS_STRATEGY",
    })
    void settingsAreEnvironmentVariables(String setting, String variable) {
        assertThat(at("localhost").withSetting(setting, "one").getEnvMap()).containsEntry(variable, "one");
    }

    @Test
    void seedIsASetting() {
        WdataMockContainer container = at("localhost").withSeed(MountableFile.forHostPath("seed.json"));

        assertThat(container.getEnvMap()).containsEntry("WDATA_MOCK_SEED", "/seed.yaml");
    }

    @Test
    void sandboxesAreBelowTheBaseUrl() {
        WdataMockContainer container = at("docker.example.com");

        assertThat(container.baseUrl()).isEqualTo("http://docker.example.com:32768");
        assertThat(container.baseUrl("ci-42")).isEqualTo("http://docker.example.com:32768/sandbox/ci-42");
    }

    @Test
    void controlTokenIsThatOfTheSetting() {
        assertThat(at("localhost").controlToken()).isEmpty();
        assertThat(at("localhost")
                        .withSetting("wdata-mock.control.token", "s3cret")
                        .controlToken())
                .contains("s3cret");
        assertThat(at("localhost").withEnv("WDATA_MOCK_CONTROL_TOKEN", "s3cret").controlToken())
                .contains("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "docker", "127.0.0.1", "192.168.64.2", "fd00::1", "[fd00::1]", "::ffff:10.0.0.1"})
    void serverAcceptsAddressesAndNamesWithoutDots(String host) {
        WdataMockContainer container = at(host);

        container.configure();

        assertThat(container.getEnvMap()).doesNotContainKey("WDATA_MOCK_HOSTS");
    }

    @Test
    void nameOfARemoteDockerHostIsAccepted() {
        WdataMockContainer container = at("docker.example.com");

        container.configure();

        assertThat(container.getEnvMap()).containsEntry("WDATA_MOCK_HOSTS", "docker.example.com");
    }

    @Test
    void otherHostsRemainAccepted() {
        WdataMockContainer container = at("docker.example.com").withSetting("wdata-mock.hosts", "mock.example.com");

        container.configure();
        container.configure(); // as for a second start

        assertThat(container.getEnvMap()).containsEntry("WDATA_MOCK_HOSTS", "mock.example.com,docker.example.com");
    }

    private static WdataMockContainer at(String host) {
        return at(host, DockerImageName.parse("wdata-mock"));
    }

    /** A container whose Docker host is known without Docker. */
    private static WdataMockContainer at(String host, DockerImageName image) {
        return new WdataMockContainer(image) {
            @Override
            public String getHost() {
                return host;
            }

            @Override
            public Integer getMappedPort(int port) {
                assertThat(port).isEqualTo(8080);
                return 32768;
            }
        };
    }
}
