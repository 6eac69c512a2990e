package io.wdatamock.server;

import io.wdatamock.client.WdataMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running server. All tests of the JVM with the same configuration share it; the first one starts it. */
public final class Server {

    /** Long enough for busy machines; a failed start is detected immediately. */
    private static final long LONGEST_START_SECONDS = 120;

    private static final int LOG_LINES = 40;

    private static final Map<Configuration, Starter> STARTS = new ConcurrentHashMap<>();

    private final Process process;
    private final ServerDirectory directory;
    private final Configuration configuration;
    private final String url;

    private Server(Process process, ServerDirectory directory, Configuration configuration, int port) {
        this.process = process;
        this.directory = directory;
        this.configuration = configuration;
        this.url = "http://127.0.0.1:" + port;
    }

    /**
     * Returns the server of a configuration, and starts it if necessary.
     *
     * @throws IllegalStateException if the server did not start or has ended; the message names the file with its
     *     output
     */
    public static Server of(Configuration configuration) {
        return STARTS.computeIfAbsent(configuration, Starter::new).start().server();
    }

    /** The mock in a sandbox of this server. The first request creates the sandbox. */
    public WdataMock sandbox(String name) {
        return mock("/sandbox/" + name);
    }

    /** Deletes a sandbox and ends its waiting requests. */
    public void deleteSandbox(String name) {
        mock("").deleteSandbox(name);
    }

    /** The file with the server's output, which is not deleted any more. */
    public Path output() {
        directory.keepOutput();
        return directory.output();
    }

    /** The process ID of the server. */
    long pid() {
        return process.pid();
    }

    private WdataMock mock(String path) {
        return WdataMock.at(
                url + path, configuration.controlToken(), "The server's output is in " + directory.output());
    }

    private static Server start(Configuration configuration) throws IOException, InterruptedException {
        ServerDirectory directory = ServerDirectory.create();
        Process process = ChildProcess.start(configuration, directory);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ChildProcess.end(process);
            directory.delete();
        }));
        return new Server(process, directory, configuration, port(process, directory));
    }

    private static int port(Process process, ServerDirectory directory) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!Files.exists(directory.portFile())) {
            boolean hasEnded = process.waitFor(10, TimeUnit.MILLISECONDS);
            if (hasEnded || System.nanoTime() - began > TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS)) {
                throw new IllegalStateException("The server of wdata-mock %s; its output is in %s and ends with:%n%s"
                        .formatted(
                                hasEnded
                                        ? "ended with exit code " + process.exitValue() + " instead of starting"
                                        : "did not start within " + LONGEST_START_SECONDS + " s",
                                directory.output(),
                                tail(directory)));
            }
        }
        return Integer.parseInt(Files.readString(directory.portFile()));
    }

    private static String tail(ServerDirectory directory) throws IOException {
        directory.keepOutput();
        List<String> lines = Files.readAllLines(directory.output());
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    /** Starts a server once. Only tests with the same configuration wait for it. */
    private static final class Starter {

        private final Configuration configuration;
        private @Nullable Start start;

        Starter(Configuration configuration) {
            this.configuration = configuration;
        }

        synchronized Start start() {
            if (start == null) {
                start = Start.of(configuration);
            }
            return start;
        }
    }

    /** The result of a start. A failed start is not repeated, because it would delay every test. */
    private sealed interface Start {

        Server server();

        static Start of(Configuration configuration) {
            try {
                return new Started(Server.start(configuration));
            } catch (IOException e) {
                return new Failed("The server of wdata-mock cannot be started: " + e);
            } catch (IllegalStateException e) {
                return new Failed(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The start of the server of wdata-mock was interrupted", e);
            }
        }

        record Started(Server server) implements Start {

            @Override
            public Server server() {
                if (!server.process.isAlive()) {
                    throw new IllegalStateException(
                            "The server of wdata-mock has ended with exit code %d; its output is in %s"
                                    .formatted(server.process.exitValue(), server.output()));
                }
                return server;
            }
        }

        record Failed(String reason) implements Start {

            @Override
            public Server server() {
                throw new IllegalStateException(reason);
            }
        }
    }
}
