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

/** A running server, started at the first need of its configuration and shared by all tests of the JVM that have it. */
public final class Server {

    /** Generous, for busy machines; a start that fails is noticed at once. */
    private static final long LONGEST_START_SECONDS = 120;

    private static final int TOLD_LINES = 40;

    private static final Map<Configuration, Once> STARTS = new ConcurrentHashMap<>();

    private final Process process;
    private final ServerDirectory workplace;
    private final Configuration configuration;
    private final String url;

    private Server(Process process, ServerDirectory workplace, Configuration configuration, int port) {
        this.process = process;
        this.workplace = workplace;
        this.configuration = configuration;
        this.url = "http://127.0.0.1:" + port;
    }

    /**
     * The server of this configuration, which is started unless it has been.
     *
     * @throws IllegalStateException that names the file with its output, if it did not start or has ended since
     */
    public static Server of(Configuration configuration) {
        return STARTS.computeIfAbsent(configuration, Once::new).start().server();
    }

    /** The mock in a sandbox of this server, which begins to exist with its first request. */
    public WdataMock sandbox(String name) {
        return mock("/sandbox/" + name);
    }

    /** Drops a sandbox and whatever waits in it. */
    public void drop(String name) {
        mock("").dropSandbox(name);
    }

    /** The file with the server's output, which is kept from now on. */
    public Path output() {
        workplace.keepOutput();
        return workplace.output();
    }

    /** The ID of the server's process. */
    long pid() {
        return process.pid();
    }

    private WdataMock mock(String path) {
        return WdataMock.at(
                url + path, configuration.controlToken(), "The server's output is in " + workplace.output());
    }

    private static Server start(Configuration configuration) throws IOException, InterruptedException {
        ServerDirectory workplace = ServerDirectory.create();
        Process process = ChildProcess.start(configuration, workplace);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ChildProcess.end(process);
            workplace.delete();
        }));
        return new Server(process, workplace, configuration, port(process, workplace));
    }

    private static int port(Process process, ServerDirectory workplace) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!Files.exists(workplace.portFile())) {
            boolean hasEnded = process.waitFor(10, TimeUnit.MILLISECONDS);
            if (hasEnded || System.nanoTime() - began > TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS)) {
                throw new IllegalStateException("The server of wdata-mock %s; its output is in %s and ends with:%n%s"
                        .formatted(
                                hasEnded
                                        ? "ended with exit code " + process.exitValue() + " instead of starting"
                                        : "did not start within " + LONGEST_START_SECONDS + " s",
                                workplace.output(),
                                tail(workplace)));
            }
        }
        return Integer.parseInt(Files.readString(workplace.portFile()));
    }

    private static String tail(ServerDirectory workplace) throws IOException {
        workplace.keepOutput();
        List<String> lines = Files.readAllLines(workplace.output());
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
    }

    /** A start by whoever needs it first; only those who need the same one wait for it. */
    private static final class Once {

        private final Configuration configuration;
        private @Nullable Start start;

        Once(Configuration configuration) {
            this.configuration = configuration;
        }

        synchronized Start start() {
            if (start == null) {
                start = Start.of(configuration);
            }
            return start;
        }
    }

    /** How a start went; one that failed is not tried again, for it would fail every test anew and slowly. */
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
