package io.wdatamock.bench.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A server under attack, run by a Java of its own. */
final class Subject implements AutoCloseable {

    private static final Call READY = Call.get("/actuator/health/readiness");
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");
    private static final Path DIRECTORY = Path.of("target/bench");

    private final Process process;
    private final int port;
    private final Path javaHome;

    private Subject(Process process, int port, Path javaHome) {
        this.process = process;
        this.port = port;
        this.javaHome = javaHome;
    }

    static Subject start(Form form, Path javaHome, String heap) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(form.command(javaHome.resolve("bin/java"), heap));
        command.add("--server.port=" + port);
        Path log = DIRECTORY.resolve("memory-%s-%d.log".formatted(form, port));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(form.environment(javaHome, heap));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Subject subject = new Subject(process, port, javaHome);
        for (int tries = 0; !subject.isReady(); tries++) {
            if (!process.isAlive() || tries > 2_000) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not start; see " + log);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return subject;
    }

    int port() {
        return port;
    }

    /** Whether the process lives, some time being granted to one that is ending. */
    boolean isAlive() {
        try {
            return !process.waitFor(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int exitCode() {
        return process.exitValue();
    }

    boolean isReady() {
        try (Connection connection = new Connection(port)) {
            return connection.exchange(READY) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The bytes of the heap in use after a collection, or a negative number if the JVM does not say. */
    long usedHeap() {
        jcmd("GC.run");
        return USED.matcher(jcmd("GC.heap_info"))
                .results()
                .map(MatchResult::group)
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll(".*used (\\d+)K", "$1")))
                .reduce(Long::sum)
                .orElse(-1);
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

    private String jcmd(String command) {
        try {
            Path output = Files.createTempFile(DIRECTORY, "jcmd", ".txt");
            Process run = new ProcessBuilder(
                            javaHome.resolve("bin/jcmd").toString(), String.valueOf(process.pid()), command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!run.waitFor(30, TimeUnit.SECONDS)) {
                run.destroyForcibly().waitFor();
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
