package io.wdatamock.bench.growth;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import io.wdatamock.bench.Server;
import io.wdatamock.bench.growth.Timings.Finding;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sandboxes with 10, 1,000 and 100,000 connections on one server, which receive requests in turn. */
final class ManyConnections {

    private static final int LARGEST = 100_000;
    private static final List<Integer> SIZES = List.of(10, 1_000, LARGEST);
    private static final int PAGE = 1_000;
    private static final int PAGES_BY_OFFSET = 25;
    private static final double MAX_BYTES = 2048;

    /** Without a common divisor with any of the sizes, so that its multiples reach all connections. */
    private static final int STRIDE = 7919;

    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");

    /** Its runs complete at once, so that refreshes do not conflict. */
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

    /** Creates the connections and measures the heap that each of the largest sandbox takes. */
    Finding create() throws IOException {
        create(SIZES.get(0));
        create(SIZES.get(1));
        long before = server.liveHeapBytes();
        create(LARGEST);
        double bytes = (server.liveHeapBytes() - before) / (double) LARGEST;
        return Finding.of(MAX_BYTES, bytes, "heap per connection", "of 100,000", "%.0f bytes");
    }

    List<Finding> compare(int rounds) throws IOException {
        Timings timings = new Timings();
        try (Client client = new Client(server.port())) {
            for (int round = 0; round < rounds; round++) {
                for (int size : SIZES) {
                    timings.timeAll(size, client, sandbox(size), id(round * STRIDE % size));
                }
            }
        }
        return timings.spreads("connections");
    }

    /** Reads all pages of a long list by cursor, and its last page several times by offset. */
    List<Finding> page(double maxMillis) throws IOException {
        Timings timings = new Timings();
        String list = "/sandbox/%s/api/v1/connections".formatted(sandbox(LARGEST));
        int count = 0;
        try (Client client = new Client(server.port())) {
            for (String query = "?limit=" + PAGE; !query.isEmpty(); count++) {
                Response page = timings.time("cursor", LARGEST, client, Request.get(list + query));
                Matcher cursor = CURSOR.matcher(page.body());
                query = cursor.find() ? "?cursor=" + cursor.group(1) : "";
            }
            for (int i = 0; i < PAGES_BY_OFFSET; i++) {
                String query = "?limit=%d&offset=%d".formatted(PAGE, LARGEST - PAGE);
                timings.time("offset", LARGEST, client, Request.get(list + query));
            }
        }
        return List.of(
                finding("by cursor", count, maxMillis, timings.median("cursor")),
                finding("the last one, by offset", PAGES_BY_OFFSET, maxMillis, timings.median("offset")));
    }

    private static Finding finding(String name, int count, double maxMillis, double micros) {
        return Finding.of(
                maxMillis,
                micros / 1e3,
                "a page of 1,000 among 100,000, " + name,
                "median of %d".formatted(count),
                "%.1f ms");
    }

    private void create(int size) throws IOException {
        String path = "/sandbox/%s/__mock/connections/".formatted(sandbox(size));
        try (Client client = new Client(server.port())) {
            for (int number = 0; number < size; number++) {
                Response created = client.send(Request.put(path + id(number), CONNECTION.formatted(number)));
                if (created.status() != 201) {
                    throw new IllegalStateException("A connection was rejected: " + created.body());
                }
            }
        }
    }

    private static String sandbox(int size) {
        return "with-%d-connections".formatted(size);
    }

    private static String id(int number) {
        return "connection-%06d".formatted(number);
    }
}
