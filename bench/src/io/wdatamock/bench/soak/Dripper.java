package io.wdatamock.bench.soak;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends a body at a byte a second, which is slow but allowed. */
final class Dripper implements Actor {

    private static final byte[] BODY = "{ }    ".getBytes(StandardCharsets.UTF_8);

    private final int port;
    private final String sandbox;
    private final Findings findings;
    private final Tally tally;

    Dripper(int port, String sandbox, Findings findings) {
        this.port = port;
        this.sandbox = sandbox;
        this.findings = findings;
        this.tally = new Tally(sandbox);
    }

    @Override
    public void play() throws IOException {
        Request refresh = Request.post("/sandbox/%s/api/v1/connections/instant/refresh".formatted(sandbox), "");
        try (Client client = new Client(port)) {
            client.write((refresh.head(BODY.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
            for (byte one : BODY) {
                Pause.of(Duration.ofSeconds(1));
                client.write(new byte[] {one});
            }
            Response answer = client.read();
            findings.request(answer.status());
            if (answer.isRefusedForMemory()) {
                tally.countRefused();
                findings.refusedForMemory();
            } else {
                tally.count("refreshConnection", answer.status());
                if (answer.status() != 200) {
                    findings.wrong("A slow refresh was answered with " + answer.status());
                }
            }
        }
        findings.brokenClient();
    }

    @Override
    public void leave() throws IOException {
        try (Client client = new Client(port)) {
            findings.wrongUnlessEmpty(tally.differences(client));
        }
    }
}
