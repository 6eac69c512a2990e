package io.wdatamock.bench.soak;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import java.io.IOException;

/** Aborts requests in every way that TCP allows. The server must still count those that reached a sandbox. */
final class AbortingClient extends SoakClient {

    private static final int ANNOUNCED_BYTES = 1000;
    private static final int STATUS_BEGIN = "HTTP/1.1 ".length();
    private static final int STATUS_END = STATUS_BEGIN + 3;
    private static final int ATTEMPTS = 100;

    private final String base;
    private final Request list;
    private final RequestCounts counts;

    AbortingClient(int port, String sandbox, Findings findings) {
        super(port, findings);
        this.base = "/sandbox/" + sandbox;
        this.list = Request.get(base + Request.CONNECTIONS);
        this.counts = new RequestCounts(sandbox, findings);
    }

    @Override
    void prepare() throws IOException {
        try (Client client = connect()) {
            for (int i = 0; i < JOURNAL_SIZE; i++) {
                countList(client.send(list).status());
            }
        }
    }

    @Override
    void repeat() throws IOException {
        partOfAHead();
        invalidRequest();
        partOfABody(false);
        partOfABody(true);
        partOfAResponse();
    }

    /** The server may notice an aborted request some time later. */
    @Override
    void finish() throws IOException {
        try (Client client = connect()) {
            String differences = counts.differences(client);
            for (int i = 0; i < ATTEMPTS && !differences.isEmpty(); i++) {
                pause();
                differences = counts.differences(client);
            }
            findings.error(differences);
        }
    }

    private void partOfAHead() throws IOException {
        try (Client client = connect()) {
            client.write("POST %s/api/v1/conn".formatted(base));
        }
        findings.add(Findings.Count.BROKEN_CLIENT);
    }

    private void invalidRequest() throws IOException {
        try (Client client = connect()) {
            client.write("\u0001\u0002\u0003 what?\r\n\r\n");
            int status = client.skip();
            findings.error(status == 400 ? "" : "An invalid request was answered with " + status);
        }
        findings.add(Findings.Count.BROKEN_CLIENT);
    }

    /** Waits for 100 Continue, which shows that the request has reached the sandbox, and sends half of the body. */
    private void partOfABody(boolean isReset) throws IOException {
        Request refresh = Request.post(Request.refreshPath(base, "instant"));
        try (Client client = connect()) {
            client.write(refresh.head(ANNOUNCED_BYTES) + "Expect: 100-continue\r\n\r\n");
            if (client.skip() != 100) {
                counts.countRejected();
                return;
            }
            client.write(new byte[ANNOUNCED_BYTES / 2]);
            if (isReset) {
                client.reset();
            }
        }
        counts.count("refreshConnection", 400);
        findings.add(Findings.Count.BROKEN_CLIENT);
    }

    private void partOfAResponse() throws IOException {
        try (Client client = connect()) {
            client.start(list);
            StringBuilder begin = new StringBuilder();
            while (begin.length() < STATUS_END) {
                int next = client.readByte();
                if (next < 0) {
                    throw new IOException("There was no response");
                }
                begin.append((char) next);
            }
            client.reset();
            countList(Integer.parseInt(begin.substring(STATUS_BEGIN)));
        }
        findings.add(Findings.Count.BROKEN_CLIENT);
    }

    private void countList(int status) {
        if (status == 503) {
            counts.countRejected();
        } else {
            counts.count("listConnections", status);
        }
    }
}
