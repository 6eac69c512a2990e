package io.wdatamock.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that can be measured.
 *
 * @param name what the report calls it
 * @param command how it is started; {@code {port}} stands for the port that it shall listen on
 */
public record Contestant(String name, List<String> command) {

    /** The Java that runs everything. */
    public static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Path LAUNCHER = Path.of("target/dist/bin/wdata-mock");
    private static final Path JAR = Path.of("target/wdata-mock.jar");

    public Contestant {
        command = List.copyOf(command);
    }

    /** The server of this project, in its quickest form that was built, with these options. */
    public static Contestant ours(String... options) {
        List<String> command = new ArrayList<>(
                Files.isExecutable(LAUNCHER) ? List.of(LAUNCHER.toString()) : List.of(JAVA, "-jar", JAR.toString()));
        command.add("--server.port={port}");
        command.addAll(List.of(options));
        return new Contestant("wdata-mock", command);
    }

    /** The form in which {@link #ours} runs, for the report. */
    public static String form() {
        return Files.isExecutable(LAUNCHER) ? LAUNCHER.toString() : "java -jar " + JAR;
    }

    List<String> commandFor(int port) {
        return command.stream()
                .map(word -> word.replace("{port}", String.valueOf(port)))
                .toList();
    }
}
