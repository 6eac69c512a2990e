package io.wdatamock.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server process and the resources that it uses. */
public final class Server implements AutoCloseable {

    public static final Request READINESS = Request.get("/actuator/health/readiness");

    private static final Path DIRECTORY = Path.of("target/bench");
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(2);
    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(30);
    private static final Pattern USED_HEAP = Pattern.compile("total .*used (\\d+)K");

    private final ServerCommand command;
    private final Process process;
    private final int port;
    private final Path log;
    private final Duration startTime;

    private Server(ServerCommand command, Request first) throws IOException {
        this.command = command;
        this.port = freePort();
        this.log = DIRECTORY.resolve("%s-%d.log".formatted(command.name().replace(' ', '-'), port));
        ProcessBuilder builder = new ProcessBuilder(command.command().stream()
                        .map(word -> word.replace("{port}", String.valueOf(port)))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(command.environment());
        long begin = System.nanoTime();
        this.process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        this.startTime = awaitSuccess(first, begin);
    }

    /** Starts a server and waits until it answers the request with 200. */
    public static Server start(ServerCommand command, Request first) {
        try {
            return new Server(command, first);
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

    /** The processor time that the process has used so far. */
    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The resident memory of the process in bytes. */
    public long residentBytes() {
        try (Stream<String> status = lines(proc("status"))) {
            String resident =
                    status.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
            return 1024 * Long.parseLong(resident.replaceAll("\\D", ""));
        }
    }

    /** The number of open files and sockets. */
    public long openDescriptors() {
        try (Stream<Path> descriptors = Files.list(proc("fd"))) {
            return descriptors.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the server's output; the caller closes the stream. */
    public Stream<String> log() {
        return lines(log);
    }

    /** The threads of the server, virtual ones too, except the carriers of virtual threads, whose number varies. */
    public List<String> threads() {
        Path dump = DIRECTORY.resolve("threads.txt").toAbsolutePath();
        jcmd("Thread.dump_to_file", "-overwrite", dump.toString());
        try (Stream<String> lines = lines(dump)) {
            return lines.filter(line -> line.startsWith("#") && !line.contains("ForkJoinPool"))
                    .toList();
        }
    }

    /** The bytes of the heap in use after a collection; negative if the JVM does not report them. */
    public long usedHeapBytes() {
        jcmd("GC.run");
        return USED_HEAP
                .matcher(jcmd("GC.heap_info"))
                .results()
                .map(used -> 1024 * Long.parseLong(used.group(1)))
                .reduce(Long::sum)
                .orElse(-1L);
    }

    /** The bytes of all reachable objects. */
    public long liveHeapBytes() {
        String total =
                jcmd("GC.class_histogram").lines().reduce((first, last) -> last).orElseThrow();
        return Long.parseLong(total.strip().split("\\s+")[2]);
    }

    /** Whether the process is alive; waits half a second for one that is about to end. */
    public boolean isAlive() {
        return !hasEndedWithin(Duration.ofMillis(500));
    }

    public int exitCode() {
        return process.exitValue();
    }

    /** Whether the server answers the request with 200. */
    public boolean succeeds(Request request) {
        try (Client client = new Client(port)) {
            return client.exchange(request) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (!hasEndedWithin(Duration.ofSeconds(10))) {
            process.destroyForcibly();
            hasEndedWithin(Duration.ofSeconds(10));
        }
    }

    private Duration awaitSuccess(Request first, long begin) {
        while (!succeeds(first)) {
            if (!process.isAlive() || System.nanoTime() - begin > LONGEST_START.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not start; see " + log);
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The output of a command of the JDK's jcmd. */
    private String jcmd(String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(command.javaHome().resolve("bin/jcmd").toString(), String.valueOf(process.pid())));
        words.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(DIRECTORY, "jcmd", ".txt");
            Process jcmd = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!jcmd.waitFor(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS)) {
                jcmd.destroyForcibly().waitFor();
            }
            String text = Files.readString(output);
            Files.delete(output);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean hasEndedWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path proc(String file) {
        return Path.of("/proc", String.valueOf(process.pid()), file);
    }

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
