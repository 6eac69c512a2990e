package io.wdatamock.bench.comparison;

import io.wdatamock.bench.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load from 32 connections by wrk, which of all generators leaves the most of the processors to the server. */
final class Wrk {

    private static final int CONNECTIONS = 32;
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in ");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");
    private static final Pattern FAILURES = Pattern.compile("(Non-2xx.*|Socket errors.*)");

    /**
     * What came of it.
     *
     * @param count how many answers there were
     * @param perSecond answers per second
     * @param p99Millis what 99 of 100 requests took at most
     * @param cpuMicros the processor time that the server used for one request
     */
    record Load(long count, double perSecond, double p99Millis, double cpuMicros) {}

    private Wrk() {}

    static Load run(Server server, Work work, Duration time) throws IOException, InterruptedException {
        Duration before = server.cpuTime();
        String output = output(server.port(), work, time);
        Duration used = server.cpuTime().minus(before);
        Matcher failures = FAILURES.matcher(output);
        if (failures.find()) {
            throw new IllegalStateException("Not every %s was answered with 200: %s".formatted(work, failures.group()));
        }
        long count = Long.parseLong(find(COUNT, output).group(1));
        return new Load(
                count,
                Double.parseDouble(find(RATE, output).group(1)),
                millis(find(P99, output)),
                used.toNanos() / 1e3 / count);
    }

    private static String output(int port, Work work, Duration time) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "--threads=1",
                        "--connections=" + CONNECTIONS,
                        "--duration=" + time.toSeconds() + "s",
                        "--latency",
                        "--script=" + script(work),
                        "http://127.0.0.1:" + port + work.request().path())
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IllegalStateException("wrk failed: " + output);
        }
        return output;
    }

    private static Path script(Work work) throws IOException {
        Path script = Path.of("target/bench", work + ".lua");
        return Files.writeString(
                script, """
                wrk.method = "%s"
                wrk.body = '%s'
                wrk.headers["Content-Type"] = "application/json"
                wrk.headers["Authorization"] = "Bearer any"
                """.formatted(work.request().method(), work.request().body()));
    }

    private static double millis(Matcher latency) {
        double number = Double.parseDouble(latency.group(1));
        return switch (latency.group(2)) {
            case "us" -> number / 1000;
            case "s" -> number * 1000;
            default -> number;
        };
    }

    private static Matcher find(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said: " + output);
        }
        return matcher;
    }
}
