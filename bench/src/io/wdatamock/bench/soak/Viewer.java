package io.wdatamock.bench.soak;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import java.io.IOException;

/** Watches a sandbox for a while, and goes without a word. */
final class Viewer implements Actor {

    private static final int ENOUGH = 2000;

    private final int port;
    private final String sandbox;
    private final Request refresh;
    private final Findings findings;

    Viewer(int port, String sandbox, Findings findings) {
        this.port = port;
        this.sandbox = sandbox;
        this.refresh = Request.post("/sandbox/%s/api/v1/connections/instant/refresh".formatted(sandbox), "{}");
        this.findings = findings;
    }

    @Override
    public void arrive() throws IOException {
        try (Client client = new Client(port)) {
            for (int i = 0; i < KEPT; i++) {
                findings.request(client.send(refresh).status());
            }
        }
    }

    @Override
    public void play() throws IOException {
        try (Client viewer = new Client(port);
                Client client = new Client(port)) {
            viewer.write(Request.get("/sandbox/" + sandbox + "/__mock/events").bytes());
            int seen = 0;
            while (seen < ENOUGH) {
                findings.request(client.send(refresh).status());
                for (int i = 0; i < ENOUGH / 10 && seen < ENOUGH; i++, seen++) {
                    if (viewer.readByte() < 0) {
                        findings.streamEnded();
                        return;
                    }
                }
            }
            viewer.reset();
        }
        findings.brokenClient();
    }
}
