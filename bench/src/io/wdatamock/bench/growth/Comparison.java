package io.wdatamock.bench.growth;

import io.wdatamock.bench.Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How long each operation takes among few and among many, whatever these are. */
final class Comparison {

    private static final double MOST_SPREAD = 1.2;

    private final Map<Operation, Map<Integer, Latencies>> latencies = new EnumMap<>(Operation.class);

    /** Refreshes a connection, asks for the status of its run, and gets it: once each, on behalf of a size. */
    void take(int size, Client client, String sandbox, String connectionId) throws IOException {
        for (Operation operation : Operation.values()) {
            latencies
                    .computeIfAbsent(operation, one -> new TreeMap<>())
                    .computeIfAbsent(size, one -> new Latencies())
                    .take(client, operation.on(sandbox, connectionId));
        }
    }

    /** How far the sizes are apart, operation by operation. */
    List<Finding> findings(String things) {
        List<Finding> findings = new ArrayList<>();
        latencies.forEach((operation, bySize) -> {
            double spread = Latencies.spread(bySize.values());
            String medians = bySize.entrySet().stream()
                    .map(entry -> "%,d: %.0f µs"
                            .formatted(entry.getKey(), entry.getValue().median()))
                    .collect(Collectors.joining(", "));
            findings.add(Finding.atMost(
                    MOST_SPREAD, spread, "%s, by number of %s".formatted(operation, things), medians, "%.2f×"));
        });
        return findings;
    }
}
