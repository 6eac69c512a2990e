package io.wdatamock.bench.memory;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Server;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Requests the readiness of the server a few times a second, as an orchestrator does. */
final class Probe implements AutoCloseable {

    private final int port;
    private final Thread thread;
    private volatile boolean isOver;
    private volatile long slowestNanos;
    private volatile int failures;

    Probe(Server server) {
        this.port = server.port();
        this.thread = Thread.ofPlatform().daemon().start(this::run);
    }

    double slowestSeconds() {
        return slowestNanos / 1e9;
    }

    boolean hasFailed() {
        return failures > 0;
    }

    @Override
    public void close() {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run() {
        while (!isOver) {
            long begin = System.nanoTime();
            try (Client client = new Client(port, Attacker.TIMEOUT_MILLIS, 0)) {
                failures += client.exchange(Server.READINESS) == 200 ? 0 : 1;
            } catch (IOException e) {
                failures++;
            }
            slowestNanos = Math.max(slowestNanos, System.nanoTime() - begin);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }
}
