package io.wdatamock.bench.soak;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What the clients have done, and what should not have been. */
final class Findings {

    private static final int MOST_FAULTS = 20;

    private final LongAdder requests = new LongAdder();
    private final LongAdder sandboxes = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder askedFor = new LongAdder();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    void request(int status) {
        requests.increment();
        if (status >= 500) {
            askedFor.increment();
        }
    }

    void sandbox() {
        sandboxes.increment();
    }

    void brokenClient() {
        broken.increment();
    }

    /** Counts a request that the server refused with 503 because a memory budget was used up. */
    void refusedForMemory() {
        refused.increment();
    }

    /** Counts a large body that the server did not want to read to its end. */
    void cut() {
        cut.increment();
    }

    /** Counts a stream of events that the server ended, which it may do only if it is short of memory. */
    void streamEnded() {
        ended.increment();
        if (refused.sum() == 0) {
            wrong("A stream of events ended though there was memory for everything");
        }
    }

    /** Takes note of something that should not have been; of very many, not all. */
    void wrong(String what) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(what);
        }
    }

    /** Takes note of a difference, if there is any. */
    void wrongUnlessEmpty(String difference) {
        if (!difference.isEmpty()) {
            wrong(difference);
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    String summary() {
        return """
                | requests with an answer | %,d |
                | of these 5xx, asked for by a fault or refused for want of memory | %,d |
                | sandboxes made, checked and dropped | %,d |
                | slow and broken clients | %,d |
                | refused with 503 for want of memory | %,d |
                | streams of events ended for want of memory | %,d |
                | large bodies cut off by an early answer | %,d |
                """.formatted(
                requests.sum(), askedFor.sum(), sandboxes.sum(), broken.sum(), refused.sum(), ended.sum(), cut.sum());
    }
}
