package io.wdatamock.bench.memory;

import static io.wdatamock.bench.Request.CONNECTIONS;
import static io.wdatamock.bench.Request.MIB;
import static io.wdatamock.bench.Request.letters;
import static io.wdatamock.bench.Request.list;
import static io.wdatamock.bench.Request.refreshPath;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import java.io.IOException;
import java.util.List;

/** Attacks with large requests to the vendor's operations and to the control API. */
final class LargeRequests {

    private static final int NINE_MB = 9_000_000;

    private LargeRequests() {}

    static List<Attack> all() {
        return List.of(
                new Attack("refresh-10-mib", 1_000, 8, (a, n) -> repeat(a, n, refresh(a.sandbox("large"), 10 * MIB))),
                new Attack("refresh-1-mib", 1_000, 150, (a, n) -> repeat(a, n, refresh(a.sandbox("large"), MIB))),
                new Attack("refresh-900000-keys", 1_000, 4, LargeRequests::manyKeys),
                new Attack("token-scope-9-mb", 1_000, 16, (a, n) -> repeat(a, n, token(a.sandbox("tokens")))),
                new Attack("batch-unknown-id-9-mb", 1_000, 16, LargeRequests::batchOfUnknownId),
                new Attack("status-unknown-id-8000", 40_000, 16_000, LargeRequests::statusOfUnknownIds),
                new Attack("batch-470000-entries", 1_000, 8, LargeRequests::batchOfManyEntries),
                new Attack("bodies-20-at-once", 50, 2, (a, n) -> atOnce(a, n, refresh(a.sandbox("at-once"), 10 * MIB))),
                new Attack(
                        "chunked-20-at-once",
                        50,
                        2,
                        (a, n) -> atOnce(
                                a, n, refresh(a.sandbox("at-once"), 10 * MIB).chunked())),
                new Attack("sandboxes-1000-journals", 40, 2, LargeRequests::journals),
                new Attack("fault-message-9-mb", 1_000, 16, LargeRequests::faultWithLargeMessage),
                new Attack(
                        "connection-description-1-mib",
                        1_000,
                        150,
                        (a, n) -> putConnections(a, n, "{\"description\":\"", letters(MIB), "\"}")),
                new Attack(
                        "connection-20000-scripts",
                        1_000,
                        25,
                        (a, n) -> putConnections(
                                a, n, "{\"scripts\":[", list(20_000, i -> "{\"outcome\":\"succeed\"}"), "]}")),
                new Attack("script-metadata-9-mb", 1_000, 16, LargeRequests::scriptsWithMetadata),
                new Attack("snapshots-restored", 1_000, 30, LargeRequests::snapshots),
                new Attack("lists-of-1-mib-each", 50, 2, LargeRequests::lists));
    }

    private static Request refresh(String base, int size) {
        return Request.refresh(base, "instant", size - 30);
    }

    private static Request token(String base) {
        return Request.token(base, NINE_MB);
    }

    private static void repeat(Attacker attacker, int repeats, Request request) throws IOException {
        attacker.sendInTurn(repeats, i -> request);
    }

    private static void atOnce(Attacker attacker, int repeats, Request request)
            throws IOException, InterruptedException {
        for (int i = 0; i < repeats; i++) {
            attacker.sendAtOnce(20, request);
        }
    }

    private static void manyKeys(Attacker attacker, int repeats) throws IOException {
        String path = refreshPath(attacker.sandbox("keys"), "instant");
        byte[] keys = list(900_000, i -> "\"%x\":1".formatted(i));
        repeat(attacker, repeats, Request.post(path, "{\"sourceParameters\":{", keys, "}}"));
    }

    private static void batchOfUnknownId(Attacker attacker, int repeats) throws IOException {
        byte[] letters = letters(NINE_MB);
        String path = attacker.sandbox("unknown") + CONNECTIONS + "/batch/refresh";
        attacker.sendInTurn(repeats, i -> Request.post(path, "[{\"connectionId\":\"" + i + "-", letters, "\"}]"));
    }

    private static void statusOfUnknownIds(Attacker attacker, int repeats) throws IOException {
        String path = attacker.sandbox("unknown") + CONNECTIONS + "/" + "x".repeat(7_990);
        attacker.sendInTurn(repeats, i -> Request.get(path + i + "/status"));
    }

    private static void batchOfManyEntries(Attacker attacker, int repeats) throws IOException {
        byte[] entries = list(470_000, i -> "{\"connectionId\":\"a\"}");
        String path = attacker.sandbox("batch") + CONNECTIONS + "/batch/refresh";
        repeat(attacker, repeats, Request.post(path, "[", entries, "]"));
    }

    private static void journals(Attacker attacker, int repeats) throws IOException {
        Request original = refresh("", 64 * 1024);
        for (int i = 0; i < repeats; i++) {
            attacker.sendInTurn(1_000, each -> original.at(attacker.sandbox("journal-" + each) + original.path()));
        }
    }

    private static void faultWithLargeMessage(Attacker attacker, int repeats) throws IOException {
        String path = attacker.sandbox("faults") + "/__mock/faults";
        String begin = "{\"effect\":{\"type\":\"status\",\"status\":503,\"message\":\"";
        repeat(attacker, repeats, Request.post(path, begin, letters(NINE_MB), "\"}}"));
    }

    private static void scriptsWithMetadata(Attacker attacker, int repeats) throws IOException {
        String begin = "{\"scripts\":[{\"outcome\":\"succeed\",\"sourceMetadata\":{\"a\":\"";
        putConnections(attacker, repeats, begin, letters(NINE_MB), "\"}}]}");
    }

    /** Restores a snapshot with 4 MiB of parameters in many sandboxes. */
    private static void snapshots(Attacker attacker, int repeats) throws IOException {
        String base = attacker.sandbox("original");
        repeat(attacker, 4, refresh(base, MIB));
        String snapshot;
        try (Client client = attacker.connect()) {
            snapshot = client.send(Request.get(base + "/__mock/snapshot")).body();
        }
        Request original = Request.put("/__mock/snapshot", snapshot);
        attacker.sendInTurn(repeats, i -> original.at(attacker.sandbox("copy-" + i % 900) + original.path()));
    }

    /** Lists 30 connections whose newest runs have parameters of 1 MiB each, for 10 clients at once. */
    private static void lists(Attacker attacker, int repeats) throws IOException, InterruptedException {
        String base = attacker.sandbox("lists");
        attacker.sendInTurn(30, i -> Request.put(base + "/__mock/connections/large-" + i, "{}"));
        attacker.sendInTurn(30, i -> Request.refresh(base, "large-" + i, MIB - 30));
        for (int i = 0; i < repeats; i++) {
            attacker.sendAtOnce(10, Request.get(base + CONNECTIONS + "?limit=100"));
        }
    }

    private static void putConnections(Attacker attacker, int repeats, Object... json) throws IOException {
        String base = attacker.sandbox("connections") + "/__mock/connections/made-";
        Request original = Request.put(base, json);
        attacker.sendInTurn(repeats, i -> original.at(base + i));
    }
}
