package io.wdatamock.bench.soak;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;

/** Counts of the clients' requests, and the errors that they found. */
final class Findings {

    private static final int MAX_ERRORS = 20;

    /** What is counted, in the order of the report. */
    enum Count {
        RESPONSE("requests with a response"),
        SERVER_ERROR("of these 5xx, caused by a fault or by lack of memory"),
        SANDBOX("sandboxes created, checked and deleted"),
        BROKEN_CLIENT("slow and broken clients"),
        REJECTION("rejected with 503 for lack of memory"),
        ENDED_STREAM("event streams ended for lack of memory"),
        CUT_BODY("large bodies cut off by an early response");

        private final String title;

        Count(String title) {
            this.title = title;
        }
    }

    private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);
    private final List<String> errors = new CopyOnWriteArrayList<>();

    void add(Count count) {
        counts.incrementAndGet(count.ordinal());
    }

    void response(int status) {
        add(Count.RESPONSE);
        if (status >= 500) {
            add(Count.SERVER_ERROR);
        }
    }

    /** Counts an event stream that the server ended, which it may do only for lack of memory. */
    void endedStream() {
        add(Count.ENDED_STREAM);
        if (counts.get(Count.REJECTION.ordinal()) == 0) {
            error("An event stream ended without a lack of memory");
        }
    }

    /** Keeps the first errors; ignores an empty message. */
    void error(String message) {
        if (errors.size() < MAX_ERRORS && !message.isEmpty()) {
            errors.add(message);
        }
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    String table() {
        return Arrays.stream(Count.values())
                .map(count -> "| %s | %,d |\n".formatted(count.title, counts.get(count.ordinal())))
                .collect(Collectors.joining());
    }
}
