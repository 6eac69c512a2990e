package io.wdatamock.bench.memory;

import io.wdatamock.bench.memory.Attack.Case;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Attacks with large requests to the control API. */
final class ControlRequests {

    private static final int MIB = 1 << 20;

    private ControlRequests() {}

    static List<Case> all() {
        return List.of(
                new Case("fault-message-9-mb", 1_000, 16, ControlRequests::faultWithLargeMessage),
                new Case("connection-description-1-mib", 1_000, 150, ControlRequests::connectionsWithDescriptions),
                new Case("connection-20000-scripts", 1_000, 25, ControlRequests::connectionsWithScripts),
                new Case("script-metadata-9-mb", 1_000, 16, ControlRequests::scriptsWithMetadata),
                new Case("snapshots-restored", 1_000, 30, ControlRequests::snapshots),
                new Case("lists-of-1-mib-each", 50, 2, ControlRequests::lists));
    }

    private static void faultWithLargeMessage(Attacker attacker, int repeats) throws IOException {
        Body fault = Body.around(
                "{\"effect\":{\"type\":\"status\",\"status\":503,\"message\":\"", Body.letters(9_000_000), "\"}}");
        Call call = Call.post(attacker.sandbox("faults") + "/__mock/faults", fault);
        attacker.sendInTurn(repeats, i -> call);
    }

    private static void connectionsWithDescriptions(Attacker attacker, int repeats) throws IOException {
        putConnections(attacker, repeats, Body.around("{\"description\":\"", Body.letters(MIB), "\"}"));
    }

    private static void connectionsWithScripts(Attacker attacker, int repeats) throws IOException {
        byte[] scripts = Body.list(20_000, i -> "{\"outcome\":\"succeed\"}");
        putConnections(attacker, repeats, Body.around("{\"scripts\":[", scripts, "]}"));
    }

    private static void scriptsWithMetadata(Attacker attacker, int repeats) throws IOException {
        String before = "{\"scripts\":[{\"outcome\":\"succeed\",\"sourceMetadata\":{\"a\":\"";
        putConnections(attacker, repeats, Body.around(before, Body.letters(9_000_000), "\"}}]}"));
    }

    /** One snapshot with 4 MiB of parameters, restored in many sandboxes. */
    private static void snapshots(Attacker attacker, int repeats) throws IOException {
        String base = attacker.sandbox("original");
        Call refresh = Call.post(LargeRequests.refresh(base, "instant"), LargeRequests.parameters(MIB));
        attacker.sendInTurn(4, i -> refresh);
        ByteArrayOutputStream snapshot = new ByteArrayOutputStream();
        attacker.send(Call.get(base + "/__mock/snapshot"), snapshot);
        Body body = new Body(List.of(snapshot.toByteArray()));
        attacker.sendInTurn(repeats, i -> Call.put(attacker.sandbox("copy-" + i % 900) + "/__mock/snapshot", body));
    }

    /** Lists of 30 connections whose newest runs have parameters of 1 MiB each, to 10 clients at once. */
    private static void lists(Attacker attacker, int repeats) throws IOException, InterruptedException {
        String base = attacker.sandbox("lists");
        attacker.sendInTurn(30, i -> Call.put(base + "/__mock/connections/large-" + i, Body.of("{}")));
        Body parameters = LargeRequests.parameters(MIB);
        attacker.sendInTurn(30, i -> Call.post(LargeRequests.refresh(base, "large-" + i), parameters));
        for (int i = 0; i < repeats; i++) {
            attacker.sendAtOnce(10, each -> Call.get(base + "/api/v1/connections?limit=100"));
        }
    }

    private static void putConnections(Attacker attacker, int repeats, Body body) throws IOException {
        String base = attacker.sandbox("connections") + "/__mock/connections/made-";
        attacker.sendInTurn(repeats, i -> Call.put(base + i, body));
    }
}
