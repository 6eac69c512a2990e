package io.wdatamock.bench.soak;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends a body at one byte per second, which is slow but allowed. */
final class SlowClient extends SoakClient {

    private static final byte[] BODY = "{ }    ".getBytes(StandardCharsets.UTF_8);

    private final Request refresh;
    private final RequestCounts counts;

    SlowClient(int port, String sandbox, Findings findings) {
        super(port, findings);
        this.refresh = Request.post(Request.refreshPath("/sandbox/" + sandbox, "instant"));
        this.counts = new RequestCounts(sandbox, findings);
    }

    @Override
    void repeat() throws IOException {
        try (Client client = connect()) {
            client.write(refresh.head(BODY.length) + "\r\n");
            for (byte one : BODY) {
                pause(Duration.ofSeconds(1));
                client.write(one);
            }
            Response response = client.read();
            findings.response(response.status());
            if (response.isRejectedForMemory()) {
                counts.countRejected();
            } else {
                counts.count("refreshConnection", response.status());
                findings.error(response.status() == 200 ? "" : "A slow refresh was answered with " + response);
            }
        }
        findings.add(Findings.Count.BROKEN_CLIENT);
    }

    @Override
    void finish() throws IOException {
        try (Client client = connect()) {
            findings.error(counts.differences(client));
        }
    }
}
