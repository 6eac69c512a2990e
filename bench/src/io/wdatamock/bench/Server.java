package io.wdatamock.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A running server: what it uses, and how long it took to begin. */
public final class Server implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(2);

    private final Process process;
    private final int port;
    private final Path log;
    private final Duration startTime;

    private Server(Process process, int port, Path log, long begin, Request first) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.startTime = awaitFirstSuccess(first, begin);
    }

    /** Starts a server, and returns when it has answered this request with 200. */
    public static Server start(Contestant contestant, Request first) {
        return start(contestant, first, "");
    }

    /** Starts a server in the same way, with these options for its JVM if it is started by our launcher. */
    public static Server start(Contestant contestant, Request first, String javaOptions) {
        try {
            int port = freePort();
            Path log = Path.of(
                    "target/bench", "%s-%d.log".formatted(contestant.name().replace(' ', '-'), port));
            ProcessBuilder builder = new ProcessBuilder(contestant.commandFor(port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            if (!javaOptions.isEmpty()) {
                builder.environment().put("JAVA_OPTS", javaOptions);
            }
            long begin = System.nanoTime();
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Server(process, port, log, begin, first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** From the start of the process to its first 200. */
    public Duration startTime() {
        return startTime;
    }

    /** The processor time that it has used so far. */
    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The memory that it occupies, in bytes. */
    public long residentBytes() {
        try (Stream<String> status = lines("status")) {
            String resident =
                    status.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
            return 1024 * Long.parseLong(resident.replaceAll("\\D", ""));
        }
    }

    /** How many files and sockets it has open. */
    public long openDescriptors() {
        try (Stream<Path> descriptors = Files.list(proc("fd"))) {
            return descriptors.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has written to its log; to be closed. */
    public Stream<String> log() {
        return lines(log);
    }

    /** The output of a command of the JDK's jcmd; {@code GC.class_histogram} collects garbage first. */
    public Stream<String> jcmd(String... command) {
        try {
            Path output = Files.createTempFile(Path.of("target/bench"), "jcmd", ".txt");
            String jcmd =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            Process run = new ProcessBuilder(
                            Stream.concat(Stream.of(jcmd, String.valueOf(process.pid())), Stream.of(command))
                                    .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (run.waitFor() != 0) {
                if (!process.isAlive()) {
                    throw new IllegalStateException(
                            "The server ended with exit code %d; see %s".formatted(process.exitValue(), log));
                }
                throw new IllegalStateException("jcmd failed; see " + output);
            }
            Stream<String> lines = Files.readAllLines(output).stream();
            Files.delete(output);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of all objects that are still in use. */
    public long liveHeapBytes() {
        String total = jcmd("GC.class_histogram")
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(total.strip().split("\\s+")[2]);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Duration awaitFirstSuccess(Request first, long begin) {
        while (true) {
            try (Client client = new Client(port)) {
                if (client.send(first).status() == 200) {
                    return Duration.ofNanos(System.nanoTime() - begin);
                }
            } catch (IOException e) {
                // it does not listen yet
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            if (!process.isAlive() || waited.compareTo(LONGEST_START) > 0) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not start; see " + log);
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    private Path proc(String file) {
        return Path.of("/proc", String.valueOf(process.pid()), file);
    }

    private Stream<String> lines(String file) {
        return lines(proc(file));
    }

    /** Line by line: a log may be larger than memory. */
    private static Stream<String> lines(Path file) {
        try {
            return Files.lines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
