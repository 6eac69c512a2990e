package io.wdatamock.bench.memory;

import io.wdatamock.bench.memory.Attack.Case;
import java.io.IOException;
import java.util.List;

/** Attacks with large requests to the vendor's operations. */
final class LargeRequests {

    private static final int MIB = 1 << 20;
    private static final String API = "/api/v1/connections";

    private LargeRequests() {}

    static List<Case> all() {
        return List.of(
                new Case("refresh-10-mib", 1_000, 8, LargeRequests::refreshWith10Mib),
                new Case("refresh-1-mib", 1_000, 150, LargeRequests::refreshWith1Mib),
                new Case("refresh-900000-keys", 1_000, 4, LargeRequests::refreshWithManyKeys),
                new Case("token-scope-9-mb", 1_000, 16, LargeRequests::tokenWithLargeScope),
                new Case("batch-unknown-id-9-mb", 1_000, 16, LargeRequests::batchOfUnknownId),
                new Case("status-unknown-id-8000", 40_000, 16_000, LargeRequests::statusOfUnknownIds),
                new Case("batch-470000-entries", 1_000, 8, LargeRequests::batchOfManyEntries),
                new Case("bodies-20-at-once", 50, 2, (attacker, repeats) -> bodiesAtOnce(attacker, repeats, false)),
                new Case("chunked-20-at-once", 50, 2, (attacker, repeats) -> bodiesAtOnce(attacker, repeats, true)),
                new Case("sandboxes-1000-journals", 40, 2, LargeRequests::journals));
    }

    static String refresh(String base, String connection) {
        return base + API + "/" + connection + "/refresh";
    }

    /** Parameters of this size as the body of a refresh. */
    static Body parameters(int size) {
        return Body.around("{\"sourceParameters\":{\"a\":\"", Body.letters(size - 30), "\"}}");
    }

    private static void refreshWith10Mib(Attacker attacker, int repeats) throws IOException {
        Call call = Call.post(refresh(attacker.sandbox("large"), "instant"), parameters(10 * MIB));
        attacker.sendInTurn(repeats, i -> call);
    }

    private static void refreshWith1Mib(Attacker attacker, int repeats) throws IOException {
        Call call = Call.post(refresh(attacker.sandbox("large"), "instant"), parameters(MIB));
        attacker.sendInTurn(repeats, i -> call);
    }

    private static void refreshWithManyKeys(Attacker attacker, int repeats) throws IOException {
        byte[] keys = Body.list(900_000, i -> "\"%x\":1".formatted(i));
        Call call = Call.post(
                refresh(attacker.sandbox("keys"), "instant"), Body.around("{\"sourceParameters\":{", keys, "}}"));
        attacker.sendInTurn(repeats, i -> call);
    }

    private static void tokenWithLargeScope(Attacker attacker, int repeats) throws IOException {
        String form = "grant_type=client_credentials&client_id=me&client_secret=secret&scope=";
        Call call =
                Call.form(attacker.sandbox("tokens") + "/oauth2/token", Body.around(form, Body.letters(9_000_000), ""));
        attacker.sendInTurn(repeats, i -> call);
    }

    private static void batchOfUnknownId(Attacker attacker, int repeats) throws IOException {
        byte[] letters = Body.letters(9_000_000);
        String path = attacker.sandbox("unknown") + API + "/batch/refresh";
        attacker.sendInTurn(
                repeats, i -> Call.post(path, Body.around("[{\"connectionId\":\"" + i + "-", letters, "\"}]")));
    }

    private static void statusOfUnknownIds(Attacker attacker, int repeats) throws IOException {
        String path = attacker.sandbox("unknown") + API + "/" + "x".repeat(7_990);
        attacker.sendInTurn(repeats, i -> Call.get(path + i + "/status"));
    }

    private static void batchOfManyEntries(Attacker attacker, int repeats) throws IOException {
        byte[] entries = Body.list(470_000, i -> "{\"connectionId\":\"a\"}");
        Call call = Call.post(attacker.sandbox("batch") + API + "/batch/refresh", Body.around("[", entries, "]"));
        attacker.sendInTurn(repeats, i -> call);
    }

    private static void bodiesAtOnce(Attacker attacker, int repeats, boolean chunked)
            throws IOException, InterruptedException {
        Call call = Call.post(refresh(attacker.sandbox("at-once"), "instant"), parameters(10 * MIB));
        for (int i = 0; i < repeats; i++) {
            attacker.sendAtOnce(20, each -> chunked ? call.inChunks() : call);
        }
    }

    private static void journals(Attacker attacker, int repeats) throws IOException {
        Body body = parameters(64 * 1024);
        for (int i = 0; i < repeats; i++) {
            attacker.sendInTurn(
                    1_000, each -> Call.post(refresh(attacker.sandbox("journal-" + each), "instant"), body));
        }
    }
}
