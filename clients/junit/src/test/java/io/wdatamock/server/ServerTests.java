package io.wdatamock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lifetime of the server's process. A separate JVM starts it, which a test can kill. */
class ServerTests {

    @TempDir
    private Path directory;

    /** Uses a server, prints its process ID and URL, and runs until its standard input closes. */
    static final class Parent {

        public static void main(String[] arguments) throws IOException {
            Server server = Server.of(Configuration.DEFAULT);
            server.sandbox("mine").connection("instant").get();
            System.out.println(server.pid() + " " + server.sandbox("mine").baseUrl());
            System.out.flush();
            System.in.read();
        }
    }

    @Test
    void endsWhenItsParentIsKilled() throws Exception {
        Process parent = parent(Map.of());
        ProcessHandle server = server(parent);
        assertThat(server.isAlive()).isTrue();

        parent.destroyForcibly();

        server.onExit().get(20, TimeUnit.SECONDS);
        assertThat(leftovers()).as("the directory of a killed JVM").isNotEmpty();

        Process next = parent(Map.of());
        server(next);
        next.getOutputStream().close();
        assertThat(next.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(leftovers())
                .as("only the output of the killed server remains")
                .singleElement()
                .satisfies(left -> assertThat(left.list()).containsExactly("server.log"));
    }

    @Test
    void endsWithItsParentAndDeletesItsFiles() throws Exception {
        Process parent = parent(Map.of());
        ProcessHandle server = server(parent);

        parent.getOutputStream().close();

        assertThat(parent.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.isAlive()).isFalse();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void ignoresTheEnvironmentOfItsParent() throws Exception {
        Files.writeString(directory.resolve("application.yml"), "wdata-mock: {validation: wrong}");
        Process parent = parent(Map.of(
                "SPRING_PROFILES_ACTIVE", "production",
                "SPRING_APPLICATION_JSON", "{\"server\": {\"port\": \"nine\"}}",
                "SERVER_PORT", "1",
                "WDATA_MOCK_VALIDATION", "wrong",
                "MANAGEMENT_SERVER_PORT", "1",
                "LOGGING_LEVEL_ROOT", "off",
                "JDK_JAVA_OPTIONS", "-Dserver.port=1"));

        assertThat(server(parent).isAlive()).isTrue();

        parent.getOutputStream().close();
        assertThat(parent.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void unexpectedEndIsReported() throws Exception {
        Configuration own = Configuration.of(List.of("wdata-mock.random-seed=99"), null);
        Server server = Server.of(own);
        assertThat(Server.of(Configuration.of(List.of(" wdata-mock.random-seed = 99 "), null)))
                .as("the server of an equal configuration")
                .isSameAs(server);
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();

        process.destroyForcibly();
        process.onExit().get(20, TimeUnit.SECONDS);

        assertThatThrownBy(() -> server.sandbox("a").reset())
                .hasMessageContaining("was not answered")
                .hasMessageContaining("The server's output is in " + server.output());
        assertThatThrownBy(() -> Server.of(own))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has ended with exit code 137")
                .hasMessageContaining(server.output().toString());
        assertThat(server.output()).exists();
    }

    @Test
    void rejectsReservedAndInvalidSettings() {
        assertThatThrownBy(() -> Configuration.of(List.of("server.port=8080"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Setting server.port is taken by the extension itself; leave it out, and give a seed as seed");
        assertThatThrownBy(() -> Configuration.of(List.of("strict"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Setting \"strict\" must be a name, an equals sign and a value");
    }

    private Process parent(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + Files.createDirectories(directory.resolve("tmp")),
                        "-cp",
                        classPath(),
                        Parent.class.getName())
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Waits until the parent has printed its server. */
    private static ProcessHandle server(Process parent) throws IOException {
        BufferedReader output = parent.inputReader();
        String line = output.readLine();
        assertThat(line).matches("\\d+ http://127.0.0.1:\\d+/sandbox/mine");
        return ProcessHandle.of(Long.parseLong(line.substring(0, line.indexOf(' '))))
                .orElseThrow();
    }

    private File[] leftovers() {
        return directory.resolve("tmp").toFile().listFiles((parent, name) -> name.startsWith("wdata-mock-junit-"));
    }

    /** Absolute, because the parent has another working directory. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
