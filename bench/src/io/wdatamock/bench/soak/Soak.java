package io.wdatamock.bench.soak;

import io.wdatamock.bench.Contestant;
import io.wdatamock.bench.Machine;
import io.wdatamock.bench.Median;
import io.wdatamock.bench.Report;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lets a crowd of clients in for a while, and fails if anything but their tallies is left of them. */
final class Soak {

    private static final Duration WHOLE = Duration.ofMinutes(30);
    private static final Duration SHORT = Duration.ofSeconds(75);
    /** What the server gets to run in; half of it is heap. */
    private static final String MEMORY = "-XX:MaxRAM=256m";

    private static final int SAMPLES = 15;

    /** Long enough for the server to give up on the last broken client. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(90);

    private static final double MOST_GROWTH = 1.1;
    private static final double MIB = 1 << 20;

    private final Server server;
    private final Duration time;
    private final Findings findings = new Findings();

    private Soak(Server server, Duration time) {
        this.server = server;
        this.time = time;
    }

    public static void main(String[] args) throws InterruptedException {
        Duration time = args.length == 0 ? WHOLE : args[0].equals("--short") ? SHORT : Duration.parse(args[0]);
        Request first = Request.post("/api/v1/connections/instant/refresh", "{}");
        try (Server server = Server.start(Contestant.ours(), first, MEMORY)) {
            Soak soak = new Soak(server, time);
            String report = soak.run();
            System.out.println(report);
            if (args.length == 0) {
                Report.write("soak", report);
            }
            if (!soak.findings.faults().isEmpty()) {
                System.err.println(String.join("\n", soak.findings.faults()));
                System.exit(1);
            }
        }
    }

    private String run() throws InterruptedException {
        Crowd first = new Crowd(server, "first", new Findings()); // makes what is made once
        Pause.of(time.dividedBy(SAMPLES));
        first.leave();
        Leftovers before = Leftovers.of(server);

        List<Long> heap = new ArrayList<>();
        Crowd crowd = new Crowd(server, "second", findings);
        for (int i = 0; i < SAMPLES; i++) {
            Pause.of(time.dividedBy(SAMPLES));
            heap.add(server.liveHeapBytes());
        }
        crowd.leave();
        Leftovers after = whatRemains(before);
        checkLog();
        return report(heap, before, after);
    }

    private Leftovers whatRemains(Leftovers before) {
        long end = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        Leftovers after = Leftovers.of(server);
        while (!after.isNoMoreThan(before) && System.nanoTime() < end) {
            Pause.briefly();
            after = Leftovers.of(server);
        }
        if (!after.isNoMoreThan(before)) {
            findings.wrong("Before it was %s, and afterwards %s".formatted(before, after));
        }
        return after;
    }

    private void checkLog() {
        try (Stream<String> log = server.log()) {
            log.filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                    .forEach(findings::wrong);
        }
    }

    private String report(List<Long> heap, Leftovers before, Leftovers after) {
        double firstThird = Median.of(heap.subList(0, SAMPLES / 3));
        double lastThird = Median.of(heap.subList(SAMPLES - SAMPLES / 3, SAMPLES));
        if (lastThird > firstThird * MOST_GROWTH) {
            findings.wrong("The heap grew from %.0f to %.0f bytes".formatted(firstThird, lastThird));
        }
        return """
                %s

                | over %,d s | |
                |---|--:|
                %s| heap in use, first third | %.1f MiB |
                | heap in use, last third | %.1f MiB |
                | threads before and after | %d, %d |
                | open files and sockets before and after | %d, %d |
                | tallies, statuses and log lines that were wrong | %d |
                """.formatted(
                        Machine.describe(),
                        time.toSeconds(),
                        findings.summary(),
                        firstThird / MIB,
                        lastThird / MIB,
                        before.threads().size(),
                        after.threads().size(),
                        before.descriptors(),
                        after.descriptors(),
                        findings.faults().size());
    }
}
