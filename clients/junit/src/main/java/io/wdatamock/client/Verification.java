package io.wdatamock.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a verification.
 *
 * @param matched the number of requests that are known to match
 * @param evicted the number of requests that the server does not keep any more
 * @param nearest the nearest requests that do not match; empty if the pattern is satisfied
 */
public record Verification(Verdict verdict, long matched, long evicted, List<Nearest> nearest) {

    /** A request that does not match, and its differences. */
    public record Nearest(
            long seq,
            @Nullable Operation operation,
            List<String> differences,
            @Nullable String explanation) {}
}
