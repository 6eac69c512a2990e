package io.wdatamock;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server in a process of its own. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("Listening on (\\S+)");

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private String url = "";

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts a server on a free port and waits for the start-up line. */
    static ServerProcess start(String... options) throws IOException {
        return start(Map.of(), options);
    }

    /** Starts a server with environment variables and waits for the start-up line. */
    static ServerProcess start(Map<String, String> variables, String... options) throws IOException {
        ServerProcess server = launch(variables, options);
        server.awaitUrl();
        return server;
    }

    /** Starts a server with invalid settings and returns its output after it has exited with an error. */
    static String failedStart(Map<String, String> variables, String... options) throws IOException {
        try (ServerProcess server = launch(variables, options)) {
            BufferedReader reader = server.process.inputReader();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                server.output.add(line);
                assertThat(line).doesNotContain("Listening on");
            }
            assertThat(server.exitCode()).isNotZero();
            return String.join("\n", server.output);
        }
    }

    private static ServerProcess launch(Map<String, String> variables, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(options));
        if (arguments.stream().noneMatch(option -> option.startsWith("--server.port="))) {
            arguments.add("--server.port=0");
        }
        return new ServerProcess(
                builder(variables, arguments).redirectErrorStream(true).start());
    }

    /** A process of the program with environment variables and arguments. */
    static ProcessBuilder builder(Map<String, String> variables, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                WdataMockApplication.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        return builder;
    }

    /** A client of its default sandbox. */
    ApiClient client() {
        return ApiClient.of(url);
    }

    /** The URL of the start-up line. */
    String url() {
        return url;
    }

    /** The output up to the start-up line. */
    List<String> output() {
        return output;
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the end of the process and returns its exit code. */
    int exitCode() {
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("has exited").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void awaitUrl() throws IOException {
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            Matcher matcher = URL.matcher(line);
            if (matcher.find()) {
                url = matcher.group(1);
                return;
            }
        }
        throw new AssertionError("The server did not start: " + output);
    }

    /** The class path without test classes and test resources such as the logging configuration. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
