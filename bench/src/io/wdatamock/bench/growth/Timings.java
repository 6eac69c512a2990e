package io.wdatamock.bench.growth;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Report;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The durations of requests in microseconds, by operation and by the number of things beside what they affect. */
final class Timings {

    private static final double MAX_SPREAD = 1.2;

    /**
     * A figure and its limit, as a row of a table.
     *
     * @param isWithinLimit whether the figure is at most the limit
     */
    record Finding(String row, boolean isWithinLimit) {

        /**
         * Compares a figure with its limit.
         *
         * @param detail the basis of the figure
         * @param format the format of figure and limit with their unit
         */
        static Finding of(double limit, double actual, String name, String detail, String format) {
            String row = ("| %s | %s | " + format + " | **" + format + "** |\n").formatted(name, detail, limit, actual);
            return new Finding(row, actual <= limit);
        }
    }

    private final Map<String, Map<Integer, List<Double>>> micros = new LinkedHashMap<>();

    /** Sends and times a request; throws an exception unless the status is 200. */
    Response time(String operation, int size, Client client, Request request) throws IOException {
        long before = System.nanoTime();
        Response response = client.send(request);
        micros.computeIfAbsent(operation, one -> new TreeMap<>())
                .computeIfAbsent(size, one -> new ArrayList<>())
                .add((System.nanoTime() - before) / 1e3);
        if (response.status() != 200) {
            throw new IllegalStateException("%s was answered with %s".formatted(request, response));
        }
        return response;
    }

    /** Times a refresh, a status and a get of one connection. */
    void timeAll(int size, Client client, String sandbox, String connectionId) throws IOException {
        String path = "/sandbox/%s/api/v1/connections/%s".formatted(sandbox, connectionId);
        time("refresh", size, client, Request.post(path + "/refresh", "{}"));
        time("status", size, client, Request.get(path + "/status"));
        time("get", size, client, Request.get(path));
    }

    double median(String operation) {
        return Report.median(
                micros.get(operation).values().stream().flatMap(List::stream).toList());
    }

    /** The largest median divided by the smallest, for each operation. */
    List<Finding> spreads(String things) {
        List<Finding> findings = new ArrayList<>();
        micros.forEach((operation, bySize) -> {
            Map<Integer, Double> medians = new TreeMap<>();
            bySize.forEach((size, values) -> medians.put(size, Report.median(values)));
            double spread = Collections.max(medians.values()) / Collections.min(medians.values());
            String detail = medians.entrySet().stream()
                    .map(median -> "%,d: %.0f µs".formatted(median.getKey(), median.getValue()))
                    .collect(Collectors.joining(", "));
            findings.add(Finding.of(
                    MAX_SPREAD, spread, "%s, by number of %s".formatted(operation, things), detail, "%.2f×"));
        });
        return findings;
    }
}
