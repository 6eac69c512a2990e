package io.wdatamock.bench.soak;

import io.wdatamock.bench.Report;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Server;
import io.wdatamock.bench.ServerCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Generates load for a while, and fails on a wrong response or if heap, threads or descriptors remain in use. */
final class Soak {

    private static final Duration FULL = Duration.ofMinutes(30);
    private static final Duration SHORT = Duration.ofSeconds(75);
    private static final String MEMORY = "-XX:MaxRAM=256m"; // half of it is heap
    private static final int SAMPLES = 15;

    /** Long enough for the server to time out the last broken client. */
    private static final Duration LONGEST_RELEASE = Duration.ofSeconds(90);

    private static final double MAX_GROWTH = 1.1;

    /** The threads and descriptors of an idle server. */
    private record Resources(List<String> threads, long descriptors) {

        static Resources of(Server server) {
            return new Resources(server.threads(), server.openDescriptors());
        }

        boolean exceed(Resources other) {
            return threads.size() > other.threads.size() || descriptors > other.descriptors;
        }
    }

    private final Server server;
    private final Duration time;
    private final Findings findings = new Findings();

    private Soak(Server server, Duration time) {
        this.server = server;
        this.time = time;
    }

    public static void main(String[] args) throws InterruptedException {
        Duration time = args.length == 0 ? FULL : args[0].equals("--short") ? SHORT : Duration.parse(args[0]);
        Request first = Request.post("/api/v1/connections/instant/refresh", "{}");
        try (Server server = Server.start(ServerCommand.distribution(ServerCommand.JAVA_HOME, MEMORY), first)) {
            Soak soak = new Soak(server, time);
            String report = soak.run();
            System.out.println(report);
            if (args.length == 0) {
                Report.write("soak", report);
            }
            if (!soak.findings.errors().isEmpty()) {
                System.err.println(String.join("\n", soak.findings.errors()));
                System.exit(1);
            }
        }
    }

    private String run() throws InterruptedException {
        LoadGenerator warmUp = new LoadGenerator(server, "first", new Findings());
        SoakClient.pause(time.dividedBy(SAMPLES));
        warmUp.stop();
        Resources before = Resources.of(server);
        List<Long> heap = new ArrayList<>();
        LoadGenerator load = new LoadGenerator(server, "second", findings);
        for (int i = 0; i < SAMPLES; i++) {
            SoakClient.pause(time.dividedBy(SAMPLES));
            heap.add(server.liveHeapBytes());
        }
        load.stop();
        Resources after = awaitRelease(before);
        checkLog();
        return report(heap, before, after);
    }

    private Resources awaitRelease(Resources before) {
        long end = System.nanoTime() + LONGEST_RELEASE.toNanos();
        Resources after = Resources.of(server);
        while (after.exceed(before) && System.nanoTime() < end) {
            SoakClient.pause();
            after = Resources.of(server);
        }
        if (after.exceed(before)) {
            findings.error("Before the load: %s, after it: %s".formatted(before, after));
        }
        return after;
    }

    private void checkLog() {
        try (Stream<String> log = server.log()) {
            log.filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                    .forEach(findings::error);
        }
    }

    private String report(List<Long> heap, Resources before, Resources after) {
        double firstThird = Report.median(heap.subList(0, SAMPLES / 3)) / Request.MIB;
        double lastThird = Report.median(heap.subList(SAMPLES - SAMPLES / 3, SAMPLES)) / Request.MIB;
        if (lastThird > firstThird * MAX_GROWTH) {
            findings.error("The heap grew from %.1f to %.1f MiB".formatted(firstThird, lastThird));
        }
        return """
                %s

                | over %,d s | |
                |---|--:|
                %s| heap in use, first third | %.1f MiB |
                | heap in use, last third | %.1f MiB |
                | threads before and after | %d, %d |
                | open files and sockets before and after | %d, %d |
                | wrong counts, statuses and log lines | %d |
                """.formatted(
                        Report.machine(),
                        time.toSeconds(),
                        findings.table(),
                        firstThird,
                        lastThird,
                        before.threads.size(),
                        after.threads.size(),
                        before.descriptors,
                        after.descriptors,
                        findings.errors().size());
    }
}
