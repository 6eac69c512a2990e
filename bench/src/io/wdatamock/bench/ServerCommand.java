package io.wdatamock.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start a server.
 *
 * @param name its name in the report
 * @param command the command; {@code {port}} stands for the port to listen on
 * @param environment variables in addition to those of this process
 * @param javaHome the JDK that runs it
 */
public record ServerCommand(String name, List<String> command, Map<String, String> environment, Path javaHome) {

    /** The JDK that runs the benchmarks. */
    public static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    private static final String LAUNCHER = "target/dist/bin/wdata-mock";
    private static final String JAR = "target/wdata-mock.jar";
    private static final String PORT = "--server.port={port}";

    /** The distribution of this project with these options, on the JDK of the benchmarks. */
    public static ServerCommand distribution(String... options) {
        return distribution(JAVA_HOME, "", options);
    }

    /** The distribution on the given JDK with these options for the JVM. */
    public static ServerCommand distribution(Path javaHome, String javaOptions, String... options) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER, PORT));
        command.addAll(List.of(options));
        Map<String, String> environment = Map.of("JAVA_HOME", javaHome.toString(), "JAVA_OPTS", javaOptions);
        return new ServerCommand("wdata-mock", command, environment, javaHome);
    }

    /** The executable jar of this project with the given heap, as in {@code -Xmx}. */
    public static ServerCommand jar(Path javaHome, String heap) {
        return new ServerCommand("jar", List.of(java(javaHome), "-Xmx" + heap, "-jar", JAR, PORT), Map.of(), javaHome);
    }

    public static String java(Path javaHome) {
        return javaHome.resolve("bin/java").toString();
    }
}
