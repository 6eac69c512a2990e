package io.wdatamock.bench;

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

    /** A file of the flags that the JVM runs ours with. */
    public static final String FLAGS = "target/dist/java.options";

    private static final String LAUNCHER = "target/dist/bin/wdata-mock";

    public Contestant {
        command = List.copyOf(command);
    }

    /** The server of this project in its quickest form, with these options. */
    public static Contestant ours(String... options) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER, "--server.port={port}"));
        command.addAll(List.of(options));
        return new Contestant("wdata-mock", command);
    }

    List<String> commandFor(int port) {
        return command.stream()
                .map(word -> word.replace("{port}", String.valueOf(port)))
                .toList();
    }
}
