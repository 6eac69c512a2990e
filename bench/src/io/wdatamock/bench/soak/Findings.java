package io.wdatamock.bench.soak;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Counts of the clients' requests, and the errors that they found. */
final class Findings {

    private static final int MOST_ERRORS = 20;

    private final LongAdder requests = new LongAdder();
    private final LongAdder serverErrors = new LongAdder();
    private final LongAdder sandboxes = new LongAdder();
    private final LongAdder brokenClients = new LongAdder();
    private final LongAdder rejections = new LongAdder();
    private final LongAdder endedStreams = new LongAdder();
    private final LongAdder cutBodies = new LongAdder();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    void response(int status) {
        requests.increment();
        if (status >= 500) {
            serverErrors.increment();
        }
    }

    void sandbox() {
        sandboxes.increment();
    }

    void brokenClient() {
        brokenClients.increment();
    }

    void rejectedForMemory() {
        rejections.increment();
    }

    /** Counts a large body that the server did not read to its end. */
    void cutBody() {
        cutBodies.increment();
    }

    /** Counts an event stream that the server ended, which it may do only for lack of memory. */
    void streamEnded() {
        endedStreams.increment();
        if (rejections.sum() == 0) {
            error("An event stream ended without a lack of memory");
        }
    }

    /** Keeps the first errors. */
    void error(String message) {
        if (errors.size() < MOST_ERRORS && !message.isEmpty()) {
            errors.add(message);
        }
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    String table() {
        return """
                | requests with a response | %,d |
                | of these 5xx, caused by a fault or by lack of memory | %,d |
                | sandboxes created, checked and deleted | %,d |
                | slow and broken clients | %,d |
                | rejected with 503 for lack of memory | %,d |
                | event streams ended for lack of memory | %,d |
                | large bodies cut off by an early response | %,d |
                """.formatted(
                        requests.sum(),
                        serverErrors.sum(),
                        sandboxes.sum(),
                        brokenClients.sum(),
                        rejections.sum(),
                        endedStreams.sum(),
                        cutBodies.sum());
    }
}
