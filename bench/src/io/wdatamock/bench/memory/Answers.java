package io.wdatamock.bench.memory;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often the server answered with which status. */
final class Answers {

    /** Not a status: the server closed the connection while the request was sent, as it may after an early answer. */
    static final int CUT = 0;

    private final Map<Integer, Integer> counts = new TreeMap<>();

    synchronized int count(int status) {
        counts.merge(status, 1, Integer::sum);
        return status;
    }

    synchronized int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The statuses that no client should see; 504 is the documented answer to a request that is held too long. */
    synchronized boolean hasWrongOnes() {
        return counts.keySet().stream().anyMatch(status -> status >= 500 && status != 503 && status != 504);
    }

    @Override
    public synchronized String toString() {
        return counts.entrySet().stream()
                .map(count -> "%d × %s".formatted(count.getValue(), count.getKey() == CUT ? "cut" : count.getKey()))
                .collect(Collectors.joining(", "));
    }
}
