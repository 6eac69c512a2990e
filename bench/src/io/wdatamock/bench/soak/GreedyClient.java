package io.wdatamock.bench.soak;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sends what needs much memory: large parameters, many keys, huge scopes, long unknown IDs, chunked bodies, holds, and streams
 * that it does not read. The server may refuse with 503 what its memory budgets do not allow, and must answer nothing else
 * than that or what is documented.
 */
final class GreedyClient implements Actor {

    private static final int MIB = 1 << 20;
    private static final int STREAMS = 8;
    private static final int HOLDS = 20;
    private static final String API = "/api/v1/connections";

    private final int port;
    private final String base;
    private final Findings findings;
    private int rounds;

    GreedyClient(int port, String sandbox, Findings findings) {
        this.port = port;
        this.base = "/sandbox/" + sandbox;
        this.findings = findings;
    }

    /** What the server retains is limited by one budget, which is used up before anything is measured. */
    @Override
    public void arrive() throws IOException {
        play();
    }

    @Override
    public void play() throws IOException {
        rounds++;
        largeParameters();
        manyKeys();
        hugeScope();
        longUnknownIds();
        chunkedBody();
        holds();
        stalledStreams();
        control(Request.post(base + "/__mock/reset", ""), Set.of(204));
    }

    private void largeParameters() throws IOException {
        Request refresh = Request.post(
                base + API + "/instant/refresh", "{\"sourceParameters\": {\"a\": \"%s\"}}".formatted("x".repeat(MIB)));
        for (int i = 0; i < 5; i++) {
            send(refresh, Set.of(200, 503));
        }
    }

    private void manyKeys() throws IOException {
        String keys = list(90_000, i -> "\"%x\": 1".formatted(i));
        send(
                Request.post(base + API + "/instant/refresh", "{\"sourceParameters\": {%s}}".formatted(keys)),
                Set.of(200, 400, 413, 503));
    }

    private void hugeScope() throws IOException {
        String form = "grant_type=client_credentials&client_id=me&client_secret=secret&scope=";
        send(Request.form(base + "/oauth2/token", form + "x".repeat(2 * MIB)), Set.of(200, 400, 413, 503));
    }

    private void longUnknownIds() throws IOException {
        for (int i = 0; i < 50; i++) {
            String id = "x".repeat(7_900) + (50 * rounds + i);
            send(Request.get(base + API + "/" + id + "/status"), Set.of(400, 404, 503));
        }
        String id = "x".repeat(MIB) + rounds;
        send(
                Request.post(base + API + "/batch/refresh", "[{\"connectionId\": \"%s\"}]".formatted(id)),
                Set.of(400, 404, 503));
    }

    /** A body of 10 MiB, in chunks of 64 KiB. */
    private void chunkedBody() throws IOException {
        String head = "POST %s/instant/refresh HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        byte[] chunk = ("10000\r\n" + " ".repeat(65_536) + "\r\n").getBytes(StandardCharsets.UTF_8);
        try (Client client = new Client(port)) {
            client.write(head.formatted(base + API).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 159; i++) {
                client.write(chunk);
            }
            client.write("2\r\n{}\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            check("A chunked body", client.read(), Set.of(200, 503));
        } catch (IOException e) {
            findings.cut(); // the server answered before the end of the body, and closed
        }
    }

    private void holds() throws IOException {
        Request fault = Request.post(
                base + "/__mock/faults", "{\"operation\": \"getConnection\", \"effect\": {\"type\": \"hold\"}}");
        control(fault, Set.of(201));
        List<Client> held = new ArrayList<>();
        try {
            for (int i = 0; i < HOLDS; i++) {
                Client client = new Client(port);
                held.add(client);
                client.write(Request.get(base + API + "/instant").bytes());
            }
            Pause.briefly();
            control(Request.delete(base + "/__mock/faults"), Set.of(204));
            for (Client client : held) {
                check("A held request", client.read(), Set.of(200, 503));
            }
        } finally {
            closeAll(held);
        }
    }

    private void stalledStreams() throws IOException {
        List<Client> streams = new ArrayList<>();
        try {
            for (int i = 0; i < STREAMS; i++) {
                Client stream = new Client(port);
                streams.add(stream);
                stream.write(Request.get(base + "/__mock/events").bytes());
            }
            Request refresh = Request.post(
                    base + API + "/instant/refresh",
                    "{\"sourceParameters\": {\"a\": \"%s\"}}".formatted("x".repeat(60_000)));
            for (int i = 0; i < 50; i++) {
                send(refresh, Set.of(200, 503));
            }
        } finally {
            closeAll(streams);
        }
    }

    private void send(Request request, Set<Integer> wanted) throws IOException {
        try (Client client = new Client(port)) {
            check(request.method() + " " + request.path(), client.send(request), wanted);
        }
    }

    /** Sends to the control API, again as long as it is refused for want of memory. */
    private void control(Request request, Set<Integer> wanted) throws IOException {
        for (int tries = 0; tries < 50; tries++) {
            try (Client client = new Client(port)) {
                Response answer = client.send(request);
                if (answer.status() != 503) {
                    check(request.method() + " " + request.path(), answer, wanted);
                    return;
                }
                findings.refusedForMemory();
            }
            Pause.briefly();
        }
        findings.wrong(request.path() + " was refused with 503 for 10 seconds");
    }

    private void check(String what, Response answer, Set<Integer> wanted) {
        findings.request(answer.status());
        if (answer.status() == 503) {
            findings.refusedForMemory();
        }
        if (!wanted.contains(answer.status())) {
            String shown = what.length() > 200 ? what.substring(0, 200) + "…" : what;
            findings.wrong("%s: wanted one of %s, was %d".formatted(shown, wanted, answer.status()));
        }
    }

    private static String list(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(","));
    }

    private static void closeAll(List<Client> clients) throws IOException {
        for (Client client : clients) {
            client.close();
        }
    }
}
