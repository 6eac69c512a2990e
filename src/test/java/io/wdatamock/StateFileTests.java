package io.wdatamock;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ControlClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saving the state of all sandboxes in a file, and restoring it at the start. */
@Timeout(120)
class StateFileTests {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("state.json");
    }

    @Test
    void everySandboxIsRestoredAfterAStop() throws IOException {
        String frozen;
        try (ServerProcess server = start()) {
            ApiClient api = server.client();
            ControlClient other = ApiClient.of(server.url() + "/sandbox/other").control();
            other.put("/clock", "{'mode': 'frozen', 'now': '2031-01-01T00:00:00Z'}")
                    .assertStatus(200);
            other.put("/connections/own", "{'name': 'Own'}").assertStatus(201);
            other.post("/faults", "{'effect': {'type': 'status', 'status': 418}}")
                    .assertStatus(201);
            frozen = other.snapshot();
            api.refresh("stuck").assertOk();
            server.terminate();
            assertThat(server.exitCode()).isEqualTo(143);
        }

        try (ServerProcess server = start()) {
            ApiClient api = server.client();
            assertThat(api.control().get("/sandboxes").each("sandboxes", "name"))
                    .containsExactly("default", "other");
            assertThat(ApiClient.of(server.url() + "/sandbox/other").control().snapshot())
                    .isEqualTo(frozen);
            api.refresh("stuck").assertStatus(409);
            api.control().post("/reset", "").assertStatus(204);
            api.refresh("stuck").assertOk();
        }
        assertOnlyTheFile();
    }

    @Test
    void stateIsSavedRegularlyWhileClientsUseIt() throws Exception {
        try (ServerProcess server = start()) {
            String before = Files.readString(file);
            server.client().refresh("stuck").assertOk();
            while (Files.readString(file).equals(before)) {
                server.client().control().verify("{'operation': 'getRefreshStatus', 'within': '50ms'}");
            }
        } // killed

        try (ServerProcess server = start()) {
            server.client().refresh("stuck").assertStatus(409);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello                                          | it is damaged or no state file
            ''                                             | it is damaged or no state file
            []                                             | it is damaged or no state file
            {}                                             | it is no state file
            {"format": "wdata-mock-state", "version": 2}   | sandboxes is missing
            {"format": "wdata-mock-state", "version": 999} | its version is 999, but this server reads version 2 only
            """)
    void foreignFileStopsTheStartAndStays(String content, String reason) throws IOException {
        Files.writeString(file, content);

        assertStartFails(reason);

        assertThat(file).hasContent(content);
        assertOnlyTheFile();
    }

    @Test
    void damagedFileStopsTheStartAndStays() throws IOException {
        stopAfterStart();
        String whole = Files.readString(file);

        assertStartFails(whole.substring(0, whole.length() - 1), "it is damaged");
        assertStartFails(
                whole.replace("\"auth\":\"any\"", "\"auth\":\"off\""), "Sandbox \"default\": The snapshot is damaged");
        assertStartFails(
                whole.replace("\"default\":{\"savedAt\"", "\"a b\":{\"savedAt\""),
                "Sandbox \"a b\": The sandbox name was");
    }

    @Test
    void fileThatCannotBeWrittenStopsTheStart() throws IOException {
        file = directory.resolve("nowhere/state.json");

        assertStartFails("The file cannot be written");
    }

    @Test
    void linkToTheFileStays() throws IOException {
        stopAfterStart();
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        Path real = file;
        String before = Files.readString(real);

        file = link;
        stopAfterStart();

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).isNotEqualTo(before);
    }

    private void stopAfterStart() throws IOException {
        try (ServerProcess server = start()) {
            server.terminate();
            assertThat(server.exitCode()).isEqualTo(143);
        }
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start("--wdata-mock.state-file=" + file, "--wdata-mock.state-interval=1s");
    }

    private void assertStartFails(String content, String reason) throws IOException {
        Files.writeString(file, content);
        assertStartFails(reason);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(content);
    }

    private void assertStartFails(String reason) throws IOException {
        assertThat(ServerProcess.failedStart(Map.of(), "--wdata-mock.state-file=" + file))
                .contains("'" + file + "' for configuration property 'wdata-mock.state-file'")
                .contains(reason)
                .doesNotContain("\tat ");
    }

    private void assertOnlyTheFile() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }
}
