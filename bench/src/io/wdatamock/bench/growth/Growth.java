package io.wdatamock.bench.growth;

import io.wdatamock.bench.Contestant;
import io.wdatamock.bench.Machine;
import io.wdatamock.bench.Report;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Measures growth, and fails if a limit is exceeded each time that it is measured. */
final class Growth {

    /** How often everything is measured before a limit counts as exceeded. */
    private static final int TRIES = 3;

    private static final Request FIRST = Request.get("/api/v1/connections/instant");

    private final boolean inShort;

    private Growth(boolean inShort) {
        this.inShort = inShort;
    }

    public static void main(String[] args) throws IOException {
        Growth growth = new Growth(List.of(args).contains("--short"));
        List<Finding> findings = new ArrayList<>();
        findings.addAll(growth.withManyConnections());
        findings.addAll(growth.withManySandboxes());
        String report = Machine.describe() + "\n\n| | | limit | measured |\n|---|---|--:|--:|\n"
                + findings.stream().map(Finding::row).collect(Collectors.joining());
        System.out.println(report);
        if (!growth.inShort) {
            Report.write("growth", report);
        }
        if (!areWithinLimits(findings)) {
            System.err.println("A limit is exceeded");
            System.exit(1);
        }
    }

    private List<Finding> withManyConnections() throws IOException {
        try (Server server = Server.start(Contestant.ours(), FIRST)) {
            ManyConnections connections = new ManyConnections(server);
            List<Finding> findings = new ArrayList<>(List.of(connections.make()));
            connections.compare(inShort ? 2_000 : 5_000); // until everything is compiled
            findings.addAll(measure(() -> connections.compare(inShort ? 1_500 : 10_000)));
            findings.addAll(measure(connections::page));
            return findings;
        }
    }

    private List<Finding> withManySandboxes() throws IOException {
        try (ManySandboxes sandboxes = new ManySandboxes(FIRST)) {
            sandboxes.compare(inShort ? 4_000 : 10_000); // until all are there and everything is compiled
            return measure(() -> sandboxes.compare(inShort ? 2_000 : 10_000));
        }
    }

    /** What a disturbance shows once is gone the next time; what the server does, is not. */
    private static List<Finding> measure(Measurement measurement) throws IOException {
        List<Finding> findings = measurement.take();
        for (int tries = 1; tries < TRIES && !areWithinLimits(findings); tries++) {
            findings = measurement.take();
        }
        return findings;
    }

    private static boolean areWithinLimits(List<Finding> findings) {
        return findings.stream().allMatch(Finding::isWithinLimit);
    }

    private interface Measurement {
        List<Finding> take() throws IOException;
    }
}
