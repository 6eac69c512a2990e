package io.wdatamock.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A server that a training sends requests to. It ends with this JVM. */
final class ServerProcess {

    private static final int LONGEST_START_SECONDS = 180;
    private static final int LONGEST_STOP_SECONDS = 180;

    /** The environment variables that a JVM may need; others could configure the server or its JVM. */
    private static final Set<String> INHERITED = Set.of(
            "PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TEMP", "XDG_CACHE_HOME", "LOCALAPPDATA", "SYSTEMROOT");

    private final Process process;
    private final Path portFile;

    private ServerProcess(Process process, Path portFile) {
        this.process = process;
        this.portFile = portFile;
    }

    /** Starts a server with JVM options in an empty working directory, because Spring reads settings from there. */
    static ServerProcess start(Distribution distribution, List<String> jvmOptions, Path log) throws IOException {
        Path directory = Files.createTempDirectory("wdata-mock-training");
        directory.toFile().deleteOnExit();
        Path portFile = directory.resolve("port");
        portFile.toFile().deleteOnExit();
        List<String> command = new ArrayList<>(java());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-jar",
                distribution.jar().toString(),
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--wdata-mock.port-file=" + portFile,
                "--wdata-mock.exit-on-stdin-close=true"));
        Process process = builder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServerProcess(process, portFile);
    }

    /** Returns the command of this JVM's Java with arguments. */
    static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return command;
    }

    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> !INHERITED.contains(name.toUpperCase(Locale.ROOT)));
        return builder;
    }

    /** Waits until the server accepts requests. */
    String awaitUrl() throws IOException, InterruptedException {
        for (int tenths = 0; tenths < LONGEST_START_SECONDS * 10; tenths++) {
            if (Files.exists(portFile)) {
                return "http://127.0.0.1:" + Files.readString(portFile);
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("The server ended with exit code " + process.exitValue());
            }
        }
        throw new IOException("The server did not start within %d s".formatted(LONGEST_START_SECONDS));
    }

    /** Stops the server, which then writes its archive. */
    void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("The server did not stop within %d s".formatted(LONGEST_STOP_SECONDS));
        }
    }

    void kill() {
        process.destroyForcibly();
    }
}
