package io.wdatamock.bench.soak;

import static io.wdatamock.bench.Request.CONNECTIONS;
import static io.wdatamock.bench.Request.MIB;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sends requests that need much memory: large parameters, many keys, large scopes, long unknown IDs, chunked bodies,
 * held requests, and streams that it does not read. The server may reject them with 503, but must not return an
 * undocumented status.
 */
final class MemoryClient extends SoakClient {

    private static final int STREAMS = 8;
    private static final int HOLDS = 20;

    private final String base;
    private int rounds;

    MemoryClient(int port, String sandbox, Findings findings) {
        super(port, findings);
        this.base = "/sandbox/" + sandbox;
    }

    /** Uses up the budget of what the server retains before anything is measured. */
    @Override
    void prepare() throws IOException {
        repeat();
    }

    @Override
    void repeat() throws IOException {
        rounds++;
        send(5, Request.refresh(base, "instant", MIB), Set.of(200, 503));
        byte[] keys = Request.list(90_000, i -> "\"%x\": 1".formatted(i));
        Request manyKeys = Request.post(Request.refreshPath(base, "instant"), "{\"sourceParameters\": {", keys, "}}");
        send(1, manyKeys, Set.of(200, 400, 413, 503));
        send(1, Request.token(base, 2 * MIB), Set.of(200, 400, 413, 503));
        longUnknownIds();
        chunkedBody();
        holds();
        stalledStreams();
        control(Request.post(base + "/__mock/reset"), 204);
    }

    private void longUnknownIds() throws IOException {
        for (int i = 0; i < 50; i++) {
            String id = "x".repeat(7_900) + (50 * rounds + i);
            send(1, Request.get(base + CONNECTIONS + "/" + id + "/status"), Set.of(400, 404, 503));
        }
        String batch = "[{\"connectionId\": \"%s\"}]".formatted("x".repeat(MIB) + rounds);
        send(1, Request.post(base + CONNECTIONS + "/batch/refresh", batch), Set.of(400, 404, 503));
    }

    private void chunkedBody() throws IOException {
        byte[] spaces = " ".repeat(159 * 65_536).getBytes();
        Request refresh = Request.post(Request.refreshPath(base, "instant"), spaces, "{}");
        try {
            send(1, refresh.chunked(), Set.of(200, 503));
        } catch (IOException e) {
            findings.add(Findings.Count.CUT_BODY);
        }
    }

    private void holds() throws IOException {
        String fault = "{\"operation\": \"getConnection\", \"effect\": {\"type\": \"hold\"}}";
        control(Request.post(base + "/__mock/faults", fault), 201);
        List<Client> held = new ArrayList<>();
        try {
            start(held, HOLDS, Request.get(base + CONNECTIONS + "/instant"));
            pause();
            control(Request.delete(base + "/__mock/faults"), 204);
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
            start(streams, STREAMS, Request.get(base + "/__mock/events"));
            send(50, Request.refresh(base, "instant", 60_000), Set.of(200, 503));
        } finally {
            closeAll(streams);
        }
    }

    private void start(List<Client> clients, int count, Request request) throws IOException {
        for (int i = 0; i < count; i++) {
            Client client = connect();
            clients.add(client);
            client.start(request);
        }
    }

    /** Sends a request several times, each time on a new connection. */
    private void send(int times, Request request, Set<Integer> expected) throws IOException {
        for (int i = 0; i < times; i++) {
            try (Client client = connect()) {
                check(request.toString(), client.send(request), expected);
            }
        }
    }

    private void control(Request request, int expected) throws IOException {
        try (Client client = connect()) {
            findings.response(control(client, request, expected).status());
        }
    }

    private void check(String request, Response response, Set<Integer> expected) {
        findings.response(response.status());
        if (response.status() == 503) {
            findings.add(Findings.Count.REJECTION);
        }
        if (!expected.contains(response.status())) {
            findings.error("%s: expected one of %s, was %d".formatted(request, expected, response.status()));
        }
    }

    private static void closeAll(List<Client> clients) throws IOException {
        for (Client client : clients) {
            client.close();
        }
    }
}
