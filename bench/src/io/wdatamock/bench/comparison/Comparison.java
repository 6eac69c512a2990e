package io.wdatamock.bench.comparison;

import io.wdatamock.bench.Contestant;
import io.wdatamock.bench.Machine;
import io.wdatamock.bench.Report;
import io.wdatamock.bench.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs the comparison and reports it. Every round measures each server once, so that a noisy minute hits them all. */
final class Comparison {

    private static final Path CHART = Path.of("docs/performance.svg");
    private static final double MIB = 1 << 20;
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * How much is measured.
     *
     * @param warmUp how many requests come before
     */
    private record Extent(int starts, int rounds, int warmUp, Duration round) {
        static final Extent WHOLE = new Extent(11, 7, 300_000, Duration.ofSeconds(6));
        static final Extent SHORT = new Extent(3, 3, 250_000, Duration.ofSeconds(2));
    }

    private final Contestant ours = Contestant.ours();
    private final Contestant wireMock = Rivals.wireMock();
    private final Contestant floor = Rivals.floor();
    private final List<Contestant> contestants = List.of(
            ours, wireMock, Rivals.wireMockWithJournal(), Rivals.wireMockWithOurFlags(), Rivals.bareTomcat(), floor);
    private final List<Target> targets = List.of(
            Target.atMost(0.8, Measure.START, wireMock).within(1.75),
            Target.atLeast(2, Measure.throughput(Work.REFRESH), wireMock).within(4),
            Target.atLeast(0.45, Measure.throughput(Work.REFRESH), floor).within(2.5),
            Target.atMost(0.5, Measure.MEMORY, wireMock).within(1.5));
    private final Figures figures = new Figures();
    private final Extent extent;

    private Comparison(Extent extent) {
        this.extent = extent;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean inShort = List.of(args).contains("--short");
        Comparison comparison = new Comparison(inShort ? Extent.SHORT : Extent.WHOLE);
        Rivals.prepare(comparison.ours);
        comparison.measureStarts();
        comparison.measureLoad();
        String report = comparison.report();
        System.out.println(report);
        if (inShort) {
            comparison.failOnGrossMiss();
        } else {
            Files.writeString(CHART, Chart.of(comparison.figures, comparison.contestants));
            Report.write("comparison", report);
        }
    }

    private void measureStarts() {
        for (int round = 0; round < extent.starts; round++) {
            for (Contestant contestant : contestants) {
                try (Server server = Server.start(contestant, Work.REFRESH.request())) {
                    figures.add(Measure.START, contestant, server.startTime().toNanos() / NANOS_PER_SECOND);
                }
            }
        }
    }

    private void measureLoad() throws IOException, InterruptedException {
        Map<Contestant, Server> servers = new LinkedHashMap<>();
        contestants.forEach(contestant -> servers.put(contestant, Server.start(contestant, Work.REFRESH.request())));
        try {
            for (Work work : Work.values()) {
                for (Server server : servers.values()) {
                    warmUp(server, work);
                }
            }
            for (int round = 0; round < extent.rounds; round++) {
                measureRound(servers);
            }
            servers.forEach(
                    (contestant, server) -> figures.add(Measure.MEMORY, contestant, server.residentBytes() / MIB));
        } finally {
            servers.values().forEach(Server::close);
        }
    }

    /** By count and not by time, so that a slow server is no less warm than a quick one. */
    private void warmUp(Server server, Work work) throws IOException, InterruptedException {
        long sent = 0;
        while (sent < extent.warmUp) {
            sent += Wrk.run(server, work, extent.round).count();
        }
    }

    private void measureRound(Map<Contestant, Server> servers) throws IOException, InterruptedException {
        for (Work work : Work.values()) {
            for (Contestant contestant : contestants) {
                Wrk.Load load = Wrk.run(servers.get(contestant), work, extent.round);
                figures.add(Measure.throughput(work), contestant, load.perSecond());
                figures.add(Measure.p99(work), contestant, load.p99Millis());
                figures.add(Measure.cpu(work), contestant, load.cpuMicros());
            }
        }
    }

    private String report() {
        StringBuilder report = new StringBuilder();
        report.append(Machine.describe() + "\n\n");
        report.append("| median |" + columns(Contestant::name) + "|\n|---|" + columns(c -> "--:") + "|\n");
        for (Measure measure : figures.measures()) {
            report.append("| " + measure.name() + " |"
                    + columns(contestant -> measure.show(figures.median(measure, contestant))) + "|\n");
        }
        report.append("\n| ours / theirs | target | measured | |\n|---|---|---|---|\n");
        targets.forEach(target -> report.append(target.row(actual(target))));
        return report.toString();
    }

    private String columns(Function<Contestant, String> cell) {
        return contestants.stream().map(cell).map(text -> " " + text + " ").collect(Collectors.joining("|"));
    }

    private double actual(Target target) {
        return figures.ratio(target.measure(), ours, target.other());
    }

    private void failOnGrossMiss() {
        List<Target> missed = targets.stream()
                .filter(target -> target.isMissedGrossly(actual(target)))
                .toList();
        if (!missed.isEmpty()) {
            System.err.println("Missed by far: " + missed);
            System.exit(1);
        }
    }
}
