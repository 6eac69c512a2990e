package io.wdatamock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the server says when it starts. */
@Timeout(120)
class StartTests {

    @Test
    void aStartIsOneLine() throws IOException {
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
    void itSaysWhatIsInForce(@TempDir Path directory) throws IOException {
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

    /** What is made when it is first needed must not depend on what else was needed before. */
    @Test
    void swaggerUiFindsTheDocumentsBeforeAnybodyHasReadOne() throws IOException {
        try (ServerProcess server = ServerProcess.start();
                InputStream list = URI.create(server.url() + "/v3/api-docs/swagger-config")
                        .toURL()
                        .openStream()) {
            assertThat(list).asString(StandardCharsets.UTF_8).contains("/v3/api-docs/wdata", "/v3/api-docs/mock");
        }
    }

    @Test
    void itStartsWithoutDocumentsToo() throws IOException {
        try (ServerProcess server = ServerProcess.start("--springdoc.api-docs.enabled=false")) {
            HttpURLConnection document = (HttpURLConnection)
                    URI.create(server.url() + "/v3/api-docs/wdata").toURL().openConnection();
            assertThat(document.getResponseCode()).isEqualTo(404);
        }
    }
}
