package io.wdatamock.bench.soak;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The requests that a client has sent to its sandbox, to be compared with the server's journal. */
final class RequestCounts {

    private final String sandbox;
    private final Findings findings;

    /** By operation, and by the status in the journal, which is empty if the connection closed without a response. */
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    private int rejected;

    RequestCounts(String sandbox, Findings findings) {
        this.sandbox = sandbox;
        this.findings = findings;
    }

    void count(String operation, int status) {
        count(operation, String.valueOf(status));
    }

    void countUnanswered(String operation) {
        count(operation, "");
    }

    /**
     * Counts a request that the server rejected for lack of memory. Depending on how early that was, the server may
     * have recorded it, so its counts may be higher by the number of such requests.
     */
    void countRejected() {
        rejected++;
        findings.add(Findings.Count.REJECTION);
    }

    void clear() {
        counts.clear();
        rejected = 0;
    }

    /** The differences from the server's counts as text; empty if there are none. */
    String differences(Client client) throws IOException {
        StringBuilder differences = new StringBuilder();
        int total = 0;
        for (String operation : counts.keySet()) {
            String pattern = "\"operation\": \"%s\"".formatted(operation);
            int ofOperation = 0;
            for (Map.Entry<String, Integer> count : counts.get(operation).entrySet()) {
                ofOperation += count.getValue();
                if (!count.getKey().isEmpty()) {
                    String withStatus = "%s, \"status\": %s".formatted(pattern, count.getKey());
                    differences.append(difference(client, withStatus + ", ", count.getValue()));
                }
            }
            differences.append(difference(client, pattern + ", ", ofOperation));
            total += ofOperation;
        }
        return differences.append(difference(client, "", total)).toString();
    }

    private void count(String operation, String status) {
        counts.computeIfAbsent(operation, one -> new TreeMap<>()).merge(status, 1, Integer::sum);
    }

    private String difference(Client client, String pattern, int count) throws IOException {
        String json = "{%s\"count\": {\"atLeast\": %d, \"atMost\": %d}}".formatted(pattern, count, count + rejected);
        Response response = client.send(Request.post("/sandbox/" + sandbox + "/__mock/requests/verify", json));
        return response.body().contains("\"satisfied\"")
                ? ""
                : "%s: %s is violated: %s%n".formatted(sandbox, json, response.body());
    }
}
