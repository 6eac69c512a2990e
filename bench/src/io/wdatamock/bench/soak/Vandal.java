package io.wdatamock.bench.soak;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Breaks off in every way that TCP allows. What reached a sandbox must be counted all the same. */
final class Vandal implements Actor {

    private static final int ANNOUNCED = 1000;
    private static final int CONTINUE = 100;
    private static final int BEGIN = "HTTP/1.1 200".length();

    private final int port;
    private final String sandbox;
    private final Findings findings;
    private final Tally tally;

    Vandal(int port, String sandbox, Findings findings) {
        this.port = port;
        this.sandbox = sandbox;
        this.findings = findings;
        this.tally = new Tally(sandbox);
    }

    @Override
    public void arrive() throws IOException {
        try (Client client = new Client(port)) {
            for (int i = 0; i < KEPT; i++) {
                countList(client.send(Request.get(path(""))).status());
            }
        }
    }

    @Override
    public void play() throws IOException {
        halfAHead();
        nonsense();
        halfABody(false);
        halfABody(true);
        halfAnAnswer();
    }

    /** The server may come to hear of a broken connection only later. */
    @Override
    public void leave() throws IOException {
        String differences;
        int patience = 100;
        try (Client client = new Client(port)) {
            do {
                differences = tally.differences(client);
            } while (!differences.isEmpty() && patience-- > 0 && Pause.briefly());
        }
        findings.wrongUnlessEmpty(differences);
    }

    private void halfAHead() throws IOException {
        try (Client client = new Client(port)) {
            client.write("POST /sandbox/%s/api/v1/conn".formatted(sandbox).getBytes(StandardCharsets.UTF_8));
        }
        findings.brokenClient();
    }

    private void nonsense() throws IOException {
        try (Client client = new Client(port)) {
            client.write("\u0001\u0002\u0003 what?\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            int status = client.read().status();
            if (status != 400) {
                findings.wrong("Nonsense was answered with " + status);
            }
        }
        findings.brokenClient();
    }

    /** Waits for the server's go-ahead, so that it is sure to know of the request, and sends half of what it announced. */
    private void halfABody(boolean reset) throws IOException {
        String head = Request.post(path("/instant/refresh"), "").head(ANNOUNCED) + "Expect: 100-continue\r\n\r\n";
        try (Client client = new Client(port)) {
            client.write(head.getBytes(StandardCharsets.UTF_8));
            if (client.read().status() != CONTINUE) {
                tally.countRefused();
                findings.refusedForMemory();
                return;
            }
            client.write(new byte[ANNOUNCED / 2]);
            if (reset) {
                client.reset();
            }
        }
        tally.count("refreshConnection", 400);
        findings.brokenClient();
    }

    private void halfAnAnswer() throws IOException {
        try (Client client = new Client(port)) {
            client.write(Request.get(path("")).bytes());
            String begin = "";
            while (begin.length() < BEGIN) {
                int next = client.readByte();
                if (next < 0) {
                    throw new EOFException("No answer came");
                }
                begin += (char) next;
            }
            client.reset();
            countList(Integer.parseInt(begin.substring(BEGIN - 3)));
        }
        findings.brokenClient();
    }

    private void countList(int status) {
        if (status == 503) {
            tally.countRefused();
            findings.refusedForMemory();
        } else {
            tally.count("listConnections", status);
        }
    }

    private String path(String rest) {
        return "/sandbox/" + sandbox + "/api/v1/connections" + rest;
    }
}
