package io.wdatamock.bench.soak;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import java.io.IOException;

/** Reads an event stream for a while and resets its connection. */
final class EventClient extends SoakClient {

    private static final int BYTES = 2000;

    private final Request events;
    private final Request refresh;

    EventClient(int port, String sandbox, Findings findings) {
        super(port, findings);
        this.events = Request.get("/sandbox/" + sandbox + "/__mock/events");
        this.refresh = Request.post(Request.refreshPath("/sandbox/" + sandbox, "instant"), "{}");
    }

    @Override
    void prepare() throws IOException {
        try (Client client = connect()) {
            for (int i = 0; i < JOURNAL_SIZE; i++) {
                findings.response(client.send(refresh).status());
            }
        }
    }

    @Override
    void repeat() throws IOException {
        try (Client stream = connect();
                Client client = connect()) {
            stream.start(events);
            for (int i = 0; i < BYTES; i++) {
                if (i % (BYTES / 10) == 0) {
                    findings.response(client.send(refresh).status());
                }
                if (stream.readByte() < 0) {
                    findings.endedStream();
                    return;
                }
            }
            stream.reset();
        }
        findings.add(Findings.Count.BROKEN_CLIENT);
    }
}
