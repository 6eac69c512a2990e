package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.wire.VendorOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of comparing a pattern with the journal.
 *
 * @param matched how many requests match, as far as known; of a sequence how many of its patterns, from the first on
 * @param evicted how many entries are no longer stored
 * @param nearest the differences of the closest requests, unless satisfied or too many match
 * @param violations the first pairs of matching requests that violate the expected pace
 */
public record Verification(
        Verdict verdict,
        long matched,
        long evicted,
        List<Nearest> nearest,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations) {

    /** A request that does not match, or not certainly, and why. */
    public record Nearest(
            long seq,
            @Nullable VendorOperation operation,
            List<String> differences,
            @Nullable String explanation) {}

    @SuppressWarnings("ConstantValue") // JSON omits an empty list
    public Verification {
        violations = violations == null ? List.of() : List.copyOf(violations);
    }
}
