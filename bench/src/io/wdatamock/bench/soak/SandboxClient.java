package io.wdatamock.bench.soak;

import static io.wdatamock.bench.Request.get;
import static io.wdatamock.bench.Request.post;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Creates a sandbox, sends the requests of a test to it, checks every status and finally the server's counts, and
 * deletes the sandbox.
 */
final class SandboxClient extends SoakClient {

    private static final AtomicInteger SANDBOXES = new AtomicInteger();
    private static final String BATCH =
            "[{\"connectionId\": \"trial-balance-to-10k\"}, {\"connectionId\": \"income-statement-to-10k\"}]";

    SandboxClient(int port, Findings findings) {
        super(port, findings);
    }

    @Override
    void repeat() throws IOException {
        String sandbox = "sandbox-" + SANDBOXES.incrementAndGet();
        try (Client client = connect()) {
            Session session = new Session(client, sandbox);
            session.ordinaryRequests();
            session.rejectedRequests();
            session.faults();
            session.check();
            session.reset();
            session.ordinaryRequests();
            session.check();
            control(client, Request.delete("/__mock/sandboxes/" + sandbox), 204);
        }
        findings.add(Findings.Count.SANDBOX);
    }

    /** The requests to one sandbox. */
    private final class Session {

        private final Client client;
        private final String base;
        private final String api;
        private final RequestCounts counts;

        private Session(Client client, String sandbox) {
            this.client = client;
            this.base = "/sandbox/" + sandbox;
            this.api = base + Request.CONNECTIONS;
            this.counts = new RequestCounts(sandbox, findings);
        }

        private void ordinaryRequests() throws IOException {
            send("issueToken", Request.token(base, 0), 200);
            for (int i = 0; i < 20; i++) {
                send("refreshConnection", refresh("instant"), 200);
                send("getRefreshStatus", get(api + "/instant/status"), 200);
                send("getConnection", get(api + "/slow"), 200);
            }
            send("listConnections", get(api + "?limit=5"), 200);
            Response batch = send("refreshBatch", post(api + "/batch/refresh", BATCH), 200);
            control(client, post(base + "/__mock/clock/advance", "{\"by\": \"PT1M\"}"), 200);
            send("getRefreshBatchStatus", get(api + "/batch/refresh/" + text(batch, "batchRefreshId")), 200);
            control(client, get(base + "/__mock/requests?limit=10"), 200);
        }

        private void rejectedRequests() throws IOException {
            send("refreshConnection", refresh("stuck"), 200);
            send("refreshConnection", refresh("stuck"), 409);
            send("refreshConnection", refresh("locked"), 423);
            send("getConnection", get(api + "/forbidden"), 403);
            send("getConnection", get(api + "/nowhere"), 404);
            send("refreshConnection", post(api + "/instant/refresh", "{not json"), 400);
            send("refreshConnection", refresh("server-error"), 500);
            send("refreshConnection", refresh("rate-limited"), 429);
        }

        private void faults() throws IOException {
            Request status = get(api + "/instant/status");
            addFault("refreshConnection", 2, "{\"type\": \"status\", \"status\": 503}");
            send("refreshConnection", refresh("instant"), 503);
            send("refreshConnection", refresh("instant"), 503);
            addFault("getRefreshStatus", 1, "{\"type\": \"delay\", \"for\": \"PT0.05S\"}");
            expectUnlessRejected("getRefreshStatus", client.send(status));
            addFault("getRefreshStatus", 1, "{\"type\": \"truncate\"}");
            expectNoResponse(status);
            counts.count("getRefreshStatus", 200);
            addFault("getRefreshStatus", 1, "{\"type\": \"disconnect\"}");
            expectNoResponse(status);
            counts.countUnanswered("getRefreshStatus");
            hold();
        }

        /** Sends a request that is held until its fault is deleted. */
        private void hold() throws IOException {
            String fault = addFault("getConnection", 1, "{\"type\": \"hold\"}");
            try (Client held = connect()) {
                held.start(get(api + "/instant"));
                Request newest = get(base + "/__mock/requests?limit=1");
                while (!control(client, newest, 200).body().contains("/instant\"")) {
                    Thread.onSpinWait();
                }
                control(client, Request.delete(base + "/__mock/faults/" + fault), 204);
                expectUnlessRejected("getConnection", held.read());
            }
        }

        private void reset() throws IOException {
            control(client, post(base + "/__mock/reset"), 204);
            counts.clear();
            check();
        }

        private void check() throws IOException {
            findings.error(counts.differences(client));
        }

        private String addFault(String operation, int times, String effect) throws IOException {
            String fault = "{\"operation\": \"%s\", \"times\": %d, \"effect\": %s}".formatted(operation, times, effect);
            return text(control(client, post(base + "/__mock/faults", fault), 201), "id");
        }

        private Request refresh(String connectionId) {
            return post(Request.refreshPath(base, connectionId), "{\"sourceParameters\": {\"period\": 1.10}}");
        }

        /** Sends a request, again while the server rejects it for lack of memory. */
        private Response send(String operation, Request request, int expected) throws IOException {
            Response response = client.send(request);
            while (response.isRejectedForMemory()) {
                counts.countRejected();
                pause();
                response = client.send(request);
            }
            return expect(operation, response, expected);
        }

        /**
         * Accepts 503 for a request that a fault delays or holds, because the memory of waiting requests is limited.
         */
        private void expectUnlessRejected(String operation, Response response) {
            if (response.status() == 503) {
                counts.countRejected();
            } else {
                expect(operation, response, 200);
            }
        }

        private Response expect(String operation, Response response, int expected) {
            counts.count(operation, response.status());
            findings.response(response.status());
            if (response.status() != expected) {
                findings.error("%s in %s: expected %d, was %s".formatted(operation, base, expected, response));
            }
            return response;
        }

        private void expectNoResponse(Request request) throws IOException {
            try (Client aborted = connect()) {
                findings.error("%s was answered with %s".formatted(request, aborted.send(request)));
            } catch (EOFException expected) {
                findings.add(Findings.Count.BROKEN_CLIENT);
            }
        }

        private static String text(Response response, String property) {
            return response.body().replaceFirst("(?s).*\"%s\":\"([^\"]+)\".*".formatted(property), "$1");
        }
    }
}
