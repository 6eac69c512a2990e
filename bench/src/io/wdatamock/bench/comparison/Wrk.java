package io.wdatamock.bench.comparison;

import io.wdatamock.bench.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load from 32 connections by wrk, a generator that leaves most of the processor time to the server. */
final class Wrk {

    private static final int CONNECTIONS = 32;
    private static final String COUNT = "(\\d+) requests in ";
    private static final String RATE = "Requests/sec:\\s+([\\d.]+)";
    private static final String P99 = "99%\\s+([\\d.]+)(us|ms|s)";
    private static final Pattern FAILURES = Pattern.compile("(Non-2xx.*|Socket errors.*)");

    /**
     * The result.
     *
     * @param count the number of responses
     * @param perSecond responses per second
     * @param p99Millis the 99th percentile of the duration of a request, in milliseconds
     * @param cpuMicros the processor time of the server for one request, in microseconds
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
        double perSecond = Double.parseDouble(find(RATE, output).group(1));
        return new Load(count, perSecond, millis(find(P99, output)), used.toNanos() / 1e3 / count);
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
        return Files.writeString(Path.of("target/bench", work + ".lua"), """
                wrk.method = "%s"
                wrk.body = '%s'
                wrk.headers["Content-Type"] = "application/json"
                wrk.headers["Authorization"] = "Bearer any"
                """.formatted(
                        work.request().method(), work.request().bodyText()));
    }

    private static double millis(Matcher latency) {
        double number = Double.parseDouble(latency.group(1));
        return switch (latency.group(2)) {
            case "us" -> number / 1000;
            case "s" -> number * 1000;
            default -> number;
        };
    }

    private static Matcher find(String pattern, String output) {
        Matcher matcher = Pattern.compile(pattern).matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("The output of wrk was: " + output);
        }
        return matcher;
    }
}
