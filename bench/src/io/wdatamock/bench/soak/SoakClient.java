package io.wdatamock.bench.soak;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A kind of client, which repeats its requests until the end of the soak. */
abstract class SoakClient {

    /** The number of requests that a sandbox keeps: after so many, its journal does not grow any more. */
    static final int JOURNAL_SIZE = 1000;

    private static final Duration SHORT_PAUSE = Duration.ofMillis(200);

    final int port;
    final Findings findings;

    SoakClient(int port, Findings findings) {
        this.port = port;
        this.findings = findings;
    }

    /** Prepares the sandbox before anything is measured. */
    void prepare() throws IOException {}

    abstract void repeat() throws IOException;

    /** Checks the sandbox at the end of the soak. */
    void finish() throws IOException {}

    final Client connect() throws IOException {
        return new Client(port);
    }

    /** Sends a request to the control API, again while the server rejects it for lack of memory. */
    final Response control(Client client, Request request, int expected) throws IOException {
        Response response = client.send(request);
        while (response.isRejectedForMemory()) {
            findings.add(Findings.Count.REJECTION);
            pause();
            response = client.send(request);
        }
        if (response.status() != expected) {
            findings.error("%s: expected %d, was %s".formatted(request, expected, response));
        }
        return response;
    }

    static void pause() {
        pause(SHORT_PAUSE);
    }

    /** Waits in real time. */
    static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
