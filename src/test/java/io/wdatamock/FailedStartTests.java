package io.wdatamock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid settings of every source stop the start with a description. */
@Timeout(120)
class FailedStartTests {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "WDATA_MOCK_VALDATION, strict, wdata-mock.validation, WDATA_MOCK_VALIDATION",
        "WDATA_MOCK_RATELIMIT, 5, wdata-mock.rate-limit, WDATA_MOCK_RATE_LIMIT",
        "WDATA_MOCK_AUTH_CLIENTS_0_IDD, a, wdata-mock.auth.clients, WDATA_MOCK_AUTH_CLIENTS"
    })
    void unknownEnvironmentVariablesAreReportedWithASuggestion(
            String variable, String value, String nearest, String spelling) throws Exception {
        String output = ServerProcess.failedStart(Map.of(variable, value));

        assertThat(output)
                .contains("There is no setting for environment variable " + variable)
                .contains(nearest)
                .contains(spelling)
                .doesNotContain("\tat ");
    }

    @Test
    void unknownSystemPropertiesAreReportedWithASuggestion() throws Exception {
        String output = ServerProcess.failedStart(Map.of("JDK_JAVA_OPTIONS", "-Dwdata-mock.valdation=strict"));

        assertThat(output)
                .contains("There is no setting wdata-mock.valdation")
                .contains("system property wdata-mock.valdation")
                .contains("wdata-mock.validation");
    }

    @Test
    void unknownSettingsInEnvironmentJsonAreReported() throws Exception {
        String output = ServerProcess.failedStart(
                Map.of("SPRING_APPLICATION_JSON", "{\"wdata-mock\": {\"valdation\": \"strict\"}}"));

        assertThat(output)
                .contains("There is no setting wdata-mock.valdation")
                .contains("nearest is wdata-mock.validation");
    }

    @Test
    void settingsAndUnrelatedVariablesAreAccepted() throws IOException {
        Map<String, String> variables = Map.of(
                "WDATA_MOCK_URL", "http://localhost:1",
                "WDATA_MOCK_PORT", "tcp://10.0.0.1:8080",
                "WDATA_MOCK_SERVICE_HOST", "10.0.0.1",
                "WDATA_MOCK_SERVICE_PORT_HTTP", "8080",
                "WDATA_MOCK_PORT_8080_TCP_ADDR", "10.0.0.1",
                "WDATAMOCK_RATELIMIT", "5",
                "WDATA_MOCK_AUTH_CLIENTS_0_ID", "a",
                "WDATA_MOCK_AUTH_CLIENTS_0_SECRET", "b",
                "WDATA_MOCK_CORS_ORIGINS", "http://a,http://b",
                "WDATA_MOCK_VALIDATION", "strict");
        try (ServerProcess server = ServerProcess.start(variables)) {
            assertThat(server.client().control().get("/settings").text())
                    .contains("\"validation\":\"strict\"", "\"rateLimit\":5");
        }
    }

    @Test
    void explicitSettingsOverrideTheSeed() throws IOException {
        Path seed = Files.writeString(
                directory.resolve("seed.yaml"),
                "settings: {auth: off, validation: strict, overlap: allow, rateLimit: 7,"
                        + " defaultScript: {outcome: fail_source, error: No., pacing: {type: polled, reads: 2}}}");
        try (ServerProcess server = ServerProcess.start(
                Map.of("WDATA_MOCK_RATE_LIMIT", "5", "WDATA_MOCK_DEFAULT_SCRIPT_OUTCOME", "succeed"),
                "--wdata-mock.seed=" + seed,
                "--wdata-mock.validation=lenient")) {
            assertThat(server.client().control().get("/settings").text())
                    .contains("\"auth\":\"off\"", "\"overlap\":\"allow\"")
                    .contains("\"validation\":\"lenient\"", "\"rateLimit\":5")
                    .contains("\"outcome\":\"succeed\"", "\"error\":\"No.\"", "\"reads\":2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --server.port=99999             | server.port was "99999", but must be from 0 to 65535
            --server.port=-2                | server.port was "-2", but must be from 0 to 65535
            --server.ssl.bundle=nowhere     | server.ssl.bundle was "nowhere", but must be the name of a bundle
            --wdata-mock.auth=issued        | wdata-mock.auth was "issued", but is a group of settings: wdata-mock.auth.mode, wdata-mock.auth.clients
            --wdata-mock.sandboxes=5        | wdata-mock.sandboxes was "5", but is a group of settings: wdata-mock.sandboxes.max, wdata-mock.sandboxes.idle
            --wdata-mock.default-script=x   | wdata-mock.default-script.outcome
            --wdata-mock.control.token=a b  | wdata-mock.control.token was
            --wdata-mock.control.token=ä    | wdata-mock.control.token was
            """)
    void invalidOptionsAreReported(String option, String message) throws Exception {
        String output = ServerProcess.failedStart(Map.of(), option);

        assertThat(output).contains(message).doesNotContain("\tat ", "Exception");
    }

    @Test
    void valueForAGroupIsReported() throws Exception {
        assertThat(ServerProcess.failedStart(Map.of("WDATA_MOCK_AUTH", "issued")))
                .contains("is a group of settings: wdata-mock.auth.mode, wdata-mock.auth.clients");
    }

    @Test
    void unwritablePortFileStopsTheStart() throws Exception {
        Path occupied = Files.createDirectory(directory.resolve("port"));
        Files.writeString(occupied.resolve("something"), "there");

        for (Path file : new Path[] {directory.resolve("nowhere/port"), occupied}) {
            assertThat(ServerProcess.failedStart(Map.of(), "--wdata-mock.port-file=" + file))
                    .contains("'" + file + "' for configuration property 'wdata-mock.port-file'")
                    .contains("The file cannot be written")
                    .doesNotContain("\tat ");
        }
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(occupied);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "file"})
    void unusableTemporaryDirectoryIsReported(String name) throws Exception {
        Path place = directory.resolve(name);
        if (name.equals("file")) {
            Files.writeString(place, "");
        }

        assertThat(ServerProcess.failedStart(Map.of("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + place)))
                .contains("temporary directory " + place)
                .doesNotContain("\tat ");
    }
}
