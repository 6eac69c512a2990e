package io.wdatamock.bench.growth;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import io.wdatamock.bench.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sandboxes with few and with very many connections on one server, asked in turn. */
final class ManyConnections {

    private static final int LARGEST = 100_000;
    private static final List<Integer> SIZES = List.of(10, 1_000, LARGEST);
    private static final int PAGE = 1_000;
    private static final int PAGES_BY_OFFSET = 25;
    private static final double MOST_BYTES = 2048;
    private static final double MOST_MILLIS_PER_PAGE = 50;
    private static final double MICROS_PER_MILLI = 1e3;

    /** A number without a common divisor with any of the sizes, so that its multiples meet all connections. */
    private static final int STRIDE = 7919;

    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");

    /** Runs are over at once, so that none is in the way of the next. */
    private static final String CONNECTION = """
            {"name": "Connection %1$d", "description": "Number %1$d of many", "workspaceId": "finance",
             "sourceType": "wdata_query", "sourceId": "query-%1$d",
             "destinationType": "spreadsheet", "destinationId": "sheet-%1$d",
             "scripts": [{"outcome": "succeed", "pacing":
               {"type": "timed", "queued": "PT0S", "source": "PT0S", "destination": "PT0S"}}]}
            """;

    private final Server server;

    ManyConnections(Server server) {
        this.server = server;
    }

    /** Makes the connections; returns how much memory each takes. */
    Finding make() throws IOException {
        for (int size : SIZES) {
            if (size < LARGEST) {
                make(size);
            }
        }
        long before = server.liveHeapBytes();
        make(LARGEST);
        double bytes = (server.liveHeapBytes() - before) / (double) LARGEST;
        return Finding.atMost(MOST_BYTES, bytes, "heap per connection", "of 100,000", "%.0f bytes");
    }

    List<Finding> compare(int rounds) throws IOException {
        Comparison comparison = new Comparison();
        try (Client client = new Client(server.port())) {
            for (int round = 0; round < rounds; round++) {
                for (int size : SIZES) {
                    comparison.take(size, client, sandbox(size), id(round * STRIDE % size));
                }
            }
        }
        return comparison.findings("connections");
    }

    /** All pages of a long list, one after the other, and its last page again and again. */
    List<Finding> page() throws IOException {
        Latencies byCursor = new Latencies();
        Latencies byOffset = new Latencies();
        String list = "/sandbox/%s/api/v1/connections".formatted(sandbox(LARGEST));
        try (Client client = new Client(server.port())) {
            String query = "?limit=" + PAGE;
            while (!query.isEmpty()) {
                Response page = byCursor.take(client, Request.get(list + query));
                Matcher cursor = CURSOR.matcher(page.body());
                query = cursor.find() ? "?cursor=" + cursor.group(1) : "";
            }
            for (int i = 0; i < PAGES_BY_OFFSET; i++) {
                byOffset.take(client, Request.get(list + "?limit=%d&offset=%d".formatted(PAGE, LARGEST - PAGE)));
            }
        }
        return List.of(finding("by cursor", byCursor), finding("the last one, by offset", byOffset));
    }

    private static Finding finding(String which, Latencies pages) {
        return Finding.atMost(
                MOST_MILLIS_PER_PAGE,
                pages.median() / MICROS_PER_MILLI,
                "a page of 1,000 among 100,000, " + which,
                "median of %d".formatted(pages.count()),
                "%.1f ms");
    }

    private void make(int size) throws IOException {
        String path = "/sandbox/%s/__mock/connections/".formatted(sandbox(size));
        List<String> refused = new ArrayList<>();
        try (Client client = new Client(server.port())) {
            for (int number = 0; number < size; number++) {
                Response made = client.send(Request.put(path + id(number), CONNECTION.formatted(number)));
                if (made.status() != 201) {
                    refused.add(made.body());
                }
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException("Connections were refused: " + refused.getFirst());
        }
    }

    private static String sandbox(int size) {
        return "with-%d-connections".formatted(size);
    }

    private static String id(int number) {
        return "connection-%06d".formatted(number);
    }
}
