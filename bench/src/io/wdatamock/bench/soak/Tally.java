package io.wdatamock.bench.soak;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What a client knows to have sent to its sandbox, to be compared with what the server says of it. */
final class Tally {

    /**
     * A kind of request.
     *
     * @param status as the journal has it; empty if the connection closes without an answer
     */
    private record Kind(String operation, String status) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            return toString().compareTo(other.toString());
        }
    }

    private final String sandbox;
    private final Map<Kind, Integer> counts = new TreeMap<>();
    private int refused;

    Tally(String sandbox) {
        this.sandbox = sandbox;
    }

    void count(String operation, int status) {
        counts.merge(new Kind(operation, String.valueOf(status)), 1, Integer::sum);
    }

    /** Counts a request whose connection was closed without an answer. */
    void countUnanswered(String operation) {
        counts.merge(new Kind(operation, ""), 1, Integer::sum);
    }

    /**
     * Counts a request that a memory budget refused. The server may or may not have recorded it, depending on how early that
     * was, so that from then on its counts may be so much higher.
     */
    void countRefused() {
        refused++;
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Forgets all, as the server does at a reset. */
    void clear() {
        counts.clear();
        refused = 0;
    }

    /** In what the server's counts differ, in words; empty if they are the same. */
    String differences(Client client) throws IOException {
        StringBuilder differences = new StringBuilder();
        Map<String, Integer> byOperation = new TreeMap<>();
        for (Map.Entry<Kind, Integer> count : counts.entrySet()) {
            Kind kind = count.getKey();
            byOperation.merge(kind.operation, count.getValue(), Integer::sum);
            if (!kind.status.isEmpty()) {
                differences.append(difference(
                        client,
                        "\"operation\": \"%s\", \"status\": %s".formatted(kind.operation, kind.status),
                        count.getValue()));
            }
        }
        for (Map.Entry<String, Integer> count : byOperation.entrySet()) {
            differences.append(difference(client, "\"operation\": \"%s\"".formatted(count.getKey()), count.getValue()));
        }
        return differences.append(difference(client, "", total())).toString();
    }

    private String difference(Client client, String criteria, int count) throws IOException {
        String separator = criteria.isEmpty() ? "" : ", ";
        String expectation = "{%s%s\"count\": {\"atLeast\": %d, \"atMost\": %d}}"
                .formatted(criteria, separator, count, count + refused);
        Response verdict = client.send(Request.post("/sandbox/" + sandbox + "/__mock/requests/verify", expectation));
        return verdict.body().contains("\"satisfied\"")
                ? ""
                : "%s: %s is not so: %s%n".formatted(sandbox, expectation, verdict.body());
    }
}
