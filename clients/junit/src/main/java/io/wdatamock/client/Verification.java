package io.wdatamock.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an expectation.
 *
 * @param matched how many requests met it, as far as is known
 * @param evicted how many requests are not kept any longer
 * @param nearest what differed in the requests that came closest, unless it is satisfied
 */
public record Verification(Verdict verdict, long matched, long evicted, List<Nearest> nearest) {

    /** A request that did not meet the expectation, and why. */
    public record Nearest(
            long seq,
            @Nullable Operation operation,
            List<String> differences,
            @Nullable String explanation) {}
}
