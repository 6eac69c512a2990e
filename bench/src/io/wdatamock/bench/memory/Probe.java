package io.wdatamock.bench.memory;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Calls the readiness probe a few times a second, as an orchestrator would, and remembers the slowest answer. */
final class Probe implements AutoCloseable {

    private static final Call READY = Call.get("/actuator/health/readiness");

    private final int port;
    private final Thread thread;
    private volatile boolean isOver;
    private volatile long slowestNanos;
    private volatile int failures;

    Probe(int port) {
        this.port = port;
        this.thread = Thread.ofPlatform().daemon().start(this::run);
    }

    /** The slowest answer, which may be still under way. */
    double slowestSeconds() {
        return slowestNanos / 1e9;
    }

    int failures() {
        return failures;
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
            try (Connection connection = new Connection(port)) {
                if (connection.exchange(READY) != 200) {
                    failures++;
                }
            } catch (IOException e) {
                failures++;
            }
            slowestNanos = Math.max(slowestNanos, System.nanoTime() - begin);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }
}
