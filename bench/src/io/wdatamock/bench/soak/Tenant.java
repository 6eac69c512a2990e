package io.wdatamock.bench.soak;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes a sandbox of its own, does in it what a test would do, checks every status and in the end that the server has
 * counted the same, and drops it.
 */
final class Tenant implements Actor {

    private static final AtomicInteger SANDBOXES = new AtomicInteger();
    private static final String BATCH = """
            [{"connectionId": "trial-balance-to-10k"}, {"connectionId": "income-statement-to-10k"}]
            """;

    private final int port;
    private final Findings findings;

    Tenant(int port, Findings findings) {
        this.port = port;
        this.findings = findings;
    }

    @Override
    public void play() throws IOException {
        String sandbox = "tenant-" + SANDBOXES.incrementAndGet();
        try (Client client = new Client(port)) {
            Visit visit = new Visit(client, sandbox, new Tally(sandbox));
            visit.ordinaryTraffic();
            visit.refusals();
            visit.spoiltAnswers();
            visit.check();
            visit.reset();
            visit.ordinaryTraffic();
            visit.check();
            visit.control(Request.delete("/__mock/sandboxes/" + sandbox), 204);
        }
        findings.sandbox();
    }

    /** One sandbox's time. */
    private final class Visit {

        private final Client client;
        private final String base;
        private final String api;
        private final Tally tally;

        private Visit(Client client, String sandbox, Tally tally) {
            this.client = client;
            this.base = "/sandbox/" + sandbox;
            this.api = base + "/api/v1/connections";
            this.tally = tally;
        }

        private void ordinaryTraffic() throws IOException {
            send(
                    "issueToken",
                    Request.form(
                            base + "/oauth2/token", "grant_type=client_credentials&client_id=me&client_secret=secret"),
                    200);
            for (int i = 0; i < 20; i++) {
                send("refreshConnection", refresh("instant"), 200);
                send("getRefreshStatus", status("instant"), 200);
                send("getConnection", Request.get(api + "/slow"), 200);
            }
            send("listConnections", Request.get(api + "?limit=5"), 200);
            Response batch = send("refreshBatch", Request.post(api + "/batch/refresh", BATCH), 200);
            String batchId = batch.body().replaceFirst("(?s).*\"batchRefreshId\":\"([^\"]+)\".*", "$1");
            control(Request.post(base + "/__mock/clock/advance", "{\"by\": \"PT1M\"}"), 200);
            send("getRefreshBatchStatus", Request.get(api + "/batch/refresh/" + batchId), 200);
            control(Request.get(base + "/__mock/requests?limit=10"), 200);
        }

        private void refusals() throws IOException {
            send("refreshConnection", refresh("stuck"), 200);
            send("refreshConnection", refresh("stuck"), 409);
            send("refreshConnection", refresh("locked"), 423);
            send("getConnection", Request.get(api + "/forbidden"), 403);
            send("getConnection", Request.get(api + "/nowhere"), 404);
            send("refreshConnection", Request.post(api + "/instant/refresh", "{not json"), 400);
            send("refreshConnection", refresh("server-error"), 500);
            send("refreshConnection", refresh("rate-limited"), 429);
        }

        private void spoiltAnswers() throws IOException {
            fault("refreshConnection", 2, "{\"type\": \"status\", \"status\": 503}");
            send("refreshConnection", refresh("instant"), 503);
            send("refreshConnection", refresh("instant"), 503);
            fault("getRefreshStatus", 1, "{\"type\": \"delay\", \"for\": \"PT0.05S\"}");
            expectUnlessRefused("getRefreshStatus", client.send(status("instant")));
            fault("getRefreshStatus", 1, "{\"type\": \"truncate\"}");
            expectNoAnswer(status("instant"));
            tally.count("getRefreshStatus", 200);
            fault("getRefreshStatus", 1, "{\"type\": \"disconnect\"}");
            expectNoAnswer(status("instant"));
            tally.countUnanswered("getRefreshStatus");
            hold();
        }

        /** A request that is held, and let go by the end of its fault. */
        private void hold() throws IOException {
            String fault = fault("getConnection", 1, "{\"type\": \"hold\"}");
            try (Client held = new Client(port)) {
                held.write(Request.get(api + "/instant").bytes());
                while (!control(Request.get(base + "/__mock/requests?limit=1"), 200)
                        .body()
                        .contains("/instant\"")) {
                    Thread.onSpinWait();
                }
                control(Request.delete(base + "/__mock/faults/" + fault), 204);
                expectUnlessRefused("getConnection", held.read());
            }
        }

        /** Accepts 503 for a request that a fault makes wait, because the memory of waiting requests is bounded too. */
        private void expectUnlessRefused(String operation, Response answer) {
            if (answer.status() == 503) {
                tally.countRefused();
                findings.refusedForMemory();
            } else {
                expect(operation, answer, 200);
            }
        }

        private void reset() throws IOException {
            control(Request.post(base + "/__mock/reset", ""), 204);
            tally.clear();
            check();
        }

        private void check() throws IOException {
            findings.wrongUnlessEmpty(tally.differences(client));
        }

        private String fault(String operation, int times, String effect) throws IOException {
            String fault = "{\"operation\": \"%s\", \"times\": %d, \"effect\": %s}".formatted(operation, times, effect);
            Response made = control(Request.post(base + "/__mock/faults", fault), 201);
            return made.body().replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        }

        private Request refresh(String connectionId) {
            return Request.post(api + "/" + connectionId + "/refresh", "{\"sourceParameters\": {\"period\": 1.10}}");
        }

        private Request status(String connectionId) {
            return Request.get(api + "/" + connectionId + "/status");
        }

        private Response send(String operation, Request request, int wanted) throws IOException {
            Response answer = client.send(request);
            while (answer.isRefusedForMemory()) {
                tally.countRefused();
                findings.refusedForMemory();
                Pause.briefly();
                answer = client.send(request);
            }
            return expect(operation, answer, wanted);
        }

        private Response expect(String operation, Response answer, int wanted) {
            tally.count(operation, answer.status());
            findings.request(answer.status());
            if (answer.status() != wanted) {
                findings.wrong("%s in %s: wanted %d, was %s".formatted(operation, base, wanted, answer));
            }
            return answer;
        }

        private void expectNoAnswer(Request request) throws IOException {
            try (Client spoilt = new Client(port)) {
                findings.wrong("%s was answered with %s".formatted(request, spoilt.send(request)));
            } catch (EOFException expected) {
                findings.brokenClient();
            }
        }

        private Response control(Request request, int wanted) throws IOException {
            Response answer = client.send(request);
            while (answer.isRefusedForMemory()) {
                findings.refusedForMemory();
                Pause.briefly();
                answer = client.send(request);
            }
            if (answer.status() != wanted) {
                findings.wrong("%s: wanted %d, was %s".formatted(request, wanted, answer));
            }
            return answer;
        }
    }
}
