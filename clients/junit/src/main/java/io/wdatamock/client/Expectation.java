package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wdatamock.journal.Count;
import io.wdatamock.journal.Spacing;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of the requests that match a {@link RequestPattern}, whose methods set it.
 *
 * @param count the number of matches; null for at least 1
 * @param sequence patterns that requests match in this order, instead of one pattern; null for none
 * @param isStrict {@code strict} in JSON: whether no other requests may come between those of the sequence; null for
 *     no
 * @param spacing the time between consecutive matches, by the sandbox's clock; null for any
 * @param afterRetryAfter whether a request that follows a response with {@code Retry-After} must wait for that time;
 *     null for no
 * @param within the longest real time to wait until all this is true; null for no wait
 * @param during the real time for which all this must stay true; null for no wait
 */
public record Expectation(
        @Nullable Count count,
        @Nullable List<RequestPattern> sequence,
        @JsonProperty("strict") @Nullable Boolean isStrict,
        @Nullable Spacing spacing,
        @Nullable Boolean afterRetryAfter,
        @Nullable Duration within,
        @Nullable Duration during) {

    /** At least one request. */
    static final Expectation DEFAULT = new Expectation(null, null, null, null, null, null, null);

    public Expectation {
        sequence = sequence == null ? null : List.copyOf(sequence);
    }

    static Expectation inOrder(List<RequestPattern> patterns) {
        return new Expectation(null, patterns, null, null, null, null, null);
    }

    Expectation times(Count wanted) {
        return new Expectation(wanted, sequence, isStrict, spacing, afterRetryAfter, within, during);
    }

    Expectation strictly() {
        return new Expectation(count, sequence, true, spacing, afterRetryAfter, within, during);
    }

    Expectation spaced(Spacing wanted) {
        return new Expectation(count, sequence, isStrict, wanted, afterRetryAfter, within, during);
    }

    Expectation respectingRetryAfter() {
        return new Expectation(count, sequence, isStrict, spacing, true, within, during);
    }

    Expectation within(Duration limit) {
        return new Expectation(count, sequence, isStrict, spacing, afterRetryAfter, limit, null);
    }

    Expectation during(Duration time) {
        return new Expectation(count, sequence, isStrict, spacing, afterRetryAfter, null, time);
    }

    /** How long the verification may wait in real time. */
    Duration maxWait() {
        return within != null ? within : during != null ? during : Duration.ZERO;
    }

    /** Describes the requests that match {@code requests}, or those of the sequence. */
    String describe(String requests) {
        String what = sequence == null
                ? requests + ", " + (count == null ? "at least 1 time" : count)
                : sequence.stream().map(RequestPattern::requests).collect(Collectors.joining(", then "));
        return what
                + (isStrict == null ? "" : ", with no other requests in between")
                + (spacing == null ? "" : ", " + describe(spacing))
                + (afterRetryAfter == null ? "" : ", no sooner than Retry-After demanded")
                + (within == null ? "" : ", within " + within)
                + (during == null ? "" : ", during " + during);
    }

    private static String describe(Spacing spacing) {
        if (spacing.atLeast() == null) {
            return "at most " + spacing.atMost() + " apart";
        }
        return spacing.atMost() == null
                ? "at least " + spacing.atLeast() + " apart"
                : spacing.atLeast() + " to " + spacing.atMost() + " apart";
    }
}
