package io.wdatamock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The start-up line of the server. */
@Timeout(120)
class StartTests {

    @Test
    void startLogsOneLine() throws IOException {
        try (ServerProcess server = ServerProcess.start()) {
            assertThat(server.output()).hasSize(1);
            assertThat(server.output().get(0))
                    .contains(" INFO ")
                    .endsWith(
                            ("Listening on %1$s (another sandbox: %1$s/sandbox/{name}); seed: built in, random seed: 0;"
                                            + " auth: any; validation: lenient; control API: open")
                                    .formatted(server.url()));
            assertThat(server.url()).matches("http://127\\.0\\.0\\.1:[1-9]\\d*");
        }
    }

    @Test
    void startLineNamesTheEffectiveSettings(@TempDir Path directory) throws IOException {
        Path seed = Files.writeString(directory.resolve("own.yaml"), "settings: {validation: strict}");
        try (ServerProcess server = ServerProcess.start(
                "--server.address=0.0.0.0",
                "--wdata-mock.seed=" + seed,
                "--wdata-mock.random-seed=7",
                "--wdata-mock.auth.mode=issued",
                "--wdata-mock.control.token=s3cret",
                "--logging.structured.format.console=logstash")) {
            String line = server.output().get(0);
            assertThat(line)
                    .startsWith("{")
                    .contains("Listening on http://localhost:")
                    .contains(
                            "seed: " + seed + ", random seed: 7; auth: issued; validation: strict; control API: locked")
                    .doesNotContain("s3cret");
            assertThat(server.output()).hasSize(1);
        }
    }

    /** Lazily created beans do not depend on earlier requests. */
    @Test
    void swaggerUiFindsTheDocumentsBeforeTheirFirstRequest() throws IOException {
        try (ServerProcess server = ServerProcess.start()) {
            assertThat(server.client()
                            .get("/v3/api-docs/swagger-config")
                            .assertStatus(200)
                            .text())
                    .contains("/v3/api-docs/wdata", "/v3/api-docs/mock");
        }
    }

    @Test
    void startsWithoutDocuments() throws IOException {
        try (ServerProcess server = ServerProcess.start("--springdoc.api-docs.enabled=false")) {
            server.client().get("/v3/api-docs/wdata").assertStatus(404);
        }
    }
}
