package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.VendorOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The pattern of requests that a test expects. A null component matches every request.
 *
 * @param connectionId matches also a batch that contains it; 400 if it neither exists nor was ever requested
 * @param bodyContains the values that the body must contain, in a batch one of its entries
 * @param count how often; null: at least once
 * @param pending whether the connection may be created later; null: no
 */
public record RequestPattern(
        @Nullable VendorOperation operation,
        @Nullable String connectionId,
        @Nullable Integer status,
        @Nullable JsonNode bodyContains,
        @Nullable Count count,
        @Nullable Boolean pending) {

    /** The maximum number of values in {@code bodyContains}, nested ones included. */
    static final int MAX_VALUES = 1000;

    /** The expected number of requests: an exact number, or bounds of which one may be null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Count(
            @Nullable Long exactly,
            @Nullable Long atLeast,
            @Nullable Long atMost) {

        private static final Count ONCE_OR_MORE = new Count(null, 1L, null);

        /** Rejects missing and contradictory bounds. */
        private void requireSense() {
            if (exactly == null && atLeast == null && atMost == null) {
                throw new InvalidFieldException("count", "is empty, but must have exactly, atLeast or atMost");
            }
            if (exactly != null && (atLeast != null || atMost != null)) {
                throw new InvalidFieldException("count", "has exactly and a bound, but must have one or the other");
            }
            requireNatural("count.exactly", exactly);
            requireNatural("count.atLeast", atLeast);
            requireNatural("count.atMost", atMost);
            if (atLeast != null && atMost != null && atLeast > atMost) {
                throw new InvalidFieldException(
                        "count", "has atLeast %d and atMost %d, which no number meets".formatted(atLeast, atMost));
            }
        }

        private static void requireNatural(String field, @Nullable Long number) {
            if (number != null && number < 0) {
                throw new InvalidFieldException(field, "was " + number + ", but must not be negative");
            }
        }

        private boolean allows(long number) {
            return exactly != null
                    ? number == exactly
                    : (atLeast == null || number >= atLeast) && (atMost == null || number <= atMost);
        }

        /** Returns the verdict if the number is from {@code least} to {@code most}. */
        Verdict verdict(long least, long most) {
            long low = exactly != null ? exactly : Objects.requireNonNullElse(atLeast, 0L);
            long high = exactly != null ? exactly : Objects.requireNonNullElse(atMost, Long.MAX_VALUE);
            if (allows(least) && allows(most)) {
                return Verdict.SATISFIED;
            }
            return most < low || least > high ? Verdict.VIOLATED : Verdict.UNKNOWN;
        }
    }

    public RequestPattern {
        Limits.requireField("connectionId", connectionId, Limits.ID);
        if (count != null) {
            count.requireSense();
        }
        int values = bodyContains == null ? 0 : count(bodyContains);
        if (values > MAX_VALUES) {
            throw new InvalidFieldException(
                    "bodyContains", "has %d values, but must have at most %d".formatted(values, MAX_VALUES));
        }
    }

    /** Counts a value and all nested values. */
    private static int count(JsonNode value) {
        int count = 1;
        for (JsonNode child : value) {
            count += count(child);
        }
        return count;
    }

    Count countOrDefault() {
        return count == null ? Count.ONCE_OR_MORE : count;
    }

    /** Whether a request matches, ignoring its body. */
    boolean meetsAllButBody(Entry entry) {
        return (operation == null || operation == entry.operation())
                && (connectionId == null || entry.connectionIds().contains(connectionId))
                && (status == null || status.equals(entry.status()));
    }

    /** Returns the differences of a request, ignoring its body, as texts; empty if it matches. */
    List<String> differences(Entry entry) {
        List<String> differences = new ArrayList<>();
        if (operation != null && operation != entry.operation()) {
            differences.add(difference("operation", operation, entry.operation()));
        }
        if (connectionId != null && !entry.connectionIds().contains(connectionId)) {
            differences.add(difference("connectionId", Sanitizer.clean(connectionId), named(entry)));
        }
        if (status != null && !status.equals(entry.status())) {
            differences.add(difference("status", status, entry.status()));
        }
        return differences;
    }

    private static String named(Entry entry) {
        return entry.isBodyUnread() && entry.operation() == VendorOperation.REFRESH_BATCH
                ? "in a body that was not read"
                : Sanitizer.clean(String.join(
                        ", ", entry.connectionIds().stream().limit(10).toList()));
    }

    private static String difference(String what, Object wanted, @Nullable Object actual) {
        return "%s: wanted %s, was %s".formatted(what, wanted, actual == null || actual.equals("") ? "none" : actual);
    }
}
