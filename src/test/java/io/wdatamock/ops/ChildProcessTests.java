package io.wdatamock.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.wdatamock.WdataMockApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The server in a process of its own, as a program that needs one for a while starts it. */
class ChildProcessTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void tellsItsPortOnceItTakesRequestsAndStopsInOrderWhenItsInputCloses() throws Exception {
        Process server = start("--wdata-mock.exit-on-stdin-close=true", "--logging.level.org.springframework=info");

        assertThat(status(port(server))).isEqualTo(200);
        assertThat(server.isAlive()).isTrue();

        server.getOutputStream().close();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(Files.readString(output())).contains("Graceful shutdown complete");
    }

    @Test
    void outlivesItsInputUnlessToldOtherwise() throws Exception {
        Process server = start();

        server.getOutputStream().close();
        int port = port(server);
        assertThat(status(port)).isEqualTo(200);

        server.destroy();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void doesNotStartIfItCannotTellItsPort(CapturedOutput output) {
        Path file = directory.resolve("missing").resolve("port");

        assertThatException()
                .isThrownBy(() -> SpringApplication.run(
                        WdataMockApplication.class, "--server.port=0", "--wdata-mock.port-file=" + file));

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("'" + file + "' for configuration property 'wdata-mock.port-file'")
                .contains("there is no directory " + file.getParent() + "; create it first");
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WdataMockApplication.class.getName(),
                "--server.port=0",
                "--wdata-mock.port-file=" + directory.resolve("port")));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
        started.add(process);
        return process;
    }

    private Path output() {
        return directory.resolve("output");
    }

    /** Waits for the port file for as long as the server is alive. */
    private int port(Process server) throws Exception {
        Path file = directory.resolve("port");
        while (!Files.exists(file)) {
            assertThat(server.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("end of the server: %s", Files.readString(output()))
                    .isFalse();
        }
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
        return Integer.parseInt(Files.readString(file));
    }

    private static int status(int port) throws Exception {
        URI uri = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
