package io.wdatamock.bench.comparison;

import io.wdatamock.bench.Report;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Server;
import io.wdatamock.bench.ServerCommand;
import io.wdatamock.bench.comparison.Figures.Measure;
import io.wdatamock.bench.comparison.Figures.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures all servers in turn, round by round, so that a disturbance of the machine affects all of them. */
final class Comparison {

    private static final Measure START = new Measure("start to first 200", "%.2f s");
    private static final Measure MEMORY = new Measure("memory after load", "%.0f MiB");

    /**
     * The extent of the measurement.
     *
     * @param warmUp the number of requests before the first round
     */
    private record Extent(int starts, int rounds, int warmUp, Duration round) {}

    private static final Extent FULL = new Extent(11, 7, 300_000, Duration.ofSeconds(6));
    private static final Extent SHORT = new Extent(3, 3, 250_000, Duration.ofSeconds(2));

    private final ServerCommand ours = ServerCommand.distribution();
    private final ServerCommand wireMock = OtherServers.wireMock();
    private final ServerCommand jdkServer = OtherServers.jdkServer();
    private final List<ServerCommand> commands = List.of(
            ours,
            wireMock,
            OtherServers.wireMockWithJournal(),
            OtherServers.wireMockWithOurFlags(),
            OtherServers.bareTomcat(),
            jdkServer);
    private final List<Target> targets = List.of(
            new Target(START, wireMock, true, 0.8, 1.75),
            new Target(throughput(Work.REFRESH), wireMock, false, 2, 4),
            new Target(throughput(Work.REFRESH), jdkServer, false, 0.45, 2.5),
            new Target(MEMORY, wireMock, true, 0.5, 1.5));
    private final Figures figures = new Figures();
    private final Extent extent;

    private Comparison(Extent extent) {
        this.extent = extent;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean isShort = List.of(args).contains("--short");
        Comparison comparison = new Comparison(isShort ? SHORT : FULL);
        OtherServers.prepare(comparison.ours);
        comparison.measureStarts();
        comparison.measureLoad();
        String report = comparison.report();
        System.out.println(report);
        if (isShort) {
            comparison.failIfFarFromTargets();
        } else {
            Report.write("comparison", report);
        }
    }

    private static Measure throughput(Work work) {
        return new Measure(work + ", requests/s", "%,.0f");
    }

    private void measureStarts() {
        for (int round = 0; round < extent.starts; round++) {
            for (ServerCommand command : commands) {
                try (Server server = Server.start(command, Work.REFRESH.request())) {
                    figures.add(START, command, server.startTime().toNanos() / 1e9);
                }
            }
        }
    }

    private void measureLoad() throws IOException, InterruptedException {
        Map<ServerCommand, Server> servers = new LinkedHashMap<>();
        try {
            for (ServerCommand command : commands) {
                servers.put(command, Server.start(command, Work.REFRESH.request()));
            }
            for (Work work : Work.values()) {
                for (Server server : servers.values()) {
                    warmUp(server, work);
                }
            }
            for (int round = 0; round < extent.rounds; round++) {
                measureRound(servers);
            }
            servers.forEach(
                    (command, server) -> figures.add(MEMORY, command, server.residentBytes() / (double) Request.MIB));
        } finally {
            servers.values().forEach(Server::close);
        }
    }

    /** Sends a number of requests, not for a time, so that slow and fast servers are equally warm. */
    private void warmUp(Server server, Work work) throws IOException, InterruptedException {
        long sent = 0;
        while (sent < extent.warmUp) {
            sent += Wrk.run(server, work, extent.round).count();
        }
    }

    private void measureRound(Map<ServerCommand, Server> servers) throws IOException, InterruptedException {
        for (Work work : Work.values()) {
            for (ServerCommand command : commands) {
                Wrk.Load load = Wrk.run(servers.get(command), work, extent.round);
                figures.add(throughput(work), command, load.perSecond());
                figures.add(new Measure(work + ", p99", "%.1f ms"), command, load.p99Millis());
                figures.add(new Measure(work + ", processor time", "%.0f µs"), command, load.cpuMicros());
            }
        }
    }

    private String report() {
        StringBuilder report = new StringBuilder(Report.machine() + "\n\n" + figures.table(commands));
        report.append("\n| ours / theirs | target | measured | |\n|---|---|---|---|\n");
        targets.forEach(target -> report.append(target.row(figures.ratio(ours, target))));
        return report.toString();
    }

    private void failIfFarFromTargets() {
        for (Target target : targets) {
            if (!target.isMet(figures.ratio(ours, target), target.tolerance())) {
                System.err.print("Missed by far: " + target.row(figures.ratio(ours, target)));
                System.exit(1);
            }
        }
    }
}
