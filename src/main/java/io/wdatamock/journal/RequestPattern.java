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
 * What a test expects to have been requested; what is absent is met by every request.
 *
 * @param connectionId met by a batch that names it in any entry; 400 if it neither exists nor was ever requested
 * @param bodyContains what the body must contain, in a batch any of its entries
 * @param count how often; absent: at least once
 * @param pending whether the connection may be one that is yet to come; absent: no
 */
public record RequestPattern(
        @Nullable VendorOperation operation,
        @Nullable String connectionId,
        @Nullable Integer status,
        @Nullable JsonNode bodyContains,
        @Nullable Count count,
        @Nullable Boolean pending) {

    /** How many values {@code bodyContains} may have, those inside of others included. */
    static final int MOST_VALUES = 1000;

    /** How often something is expected: exactly so often, or within bounds of which one may be absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Count(
            @Nullable Long exactly,
            @Nullable Long atLeast,
            @Nullable Long atMost) {

        private static final Count ONCE_OR_MORE = new Count(null, 1L, null);

        /** Refuses bounds that say nothing or that no number meets; in here, an unknown key would be told too late. */
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

        /** What is known if the number is from {@code least} to {@code most}. */
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
        if (values > MOST_VALUES) {
            throw new InvalidFieldException(
                    "bodyContains", "has %d values, but must have at most %d".formatted(values, MOST_VALUES));
        }
    }

    /** The value and all values in it. */
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

    /** Whether a request meets all but the body. */
    boolean meetsAllButBody(Entry entry) {
        return (operation == null || operation == entry.operation())
                && (connectionId == null || entry.connectionIds().contains(connectionId))
                && (status == null || status.equals(entry.status()));
    }

    /** In what a request differs from this but for its body, in words; nothing if it meets the rest. */
    List<String> differences(Entry entry) {
        List<String> differences = new ArrayList<>();
        if (operation != null && operation != entry.operation()) {
            differences.add(difference("operation", operation, entry.operation()));
        }
        if (connectionId != null && !entry.connectionIds().contains(connectionId)) {
            differences.add(difference("connectionId", Sanitizer.plain(connectionId), named(entry)));
        }
        if (status != null && !status.equals(entry.status())) {
            differences.add(difference("status", status, entry.status()));
        }
        return differences;
    }

    private static String named(Entry entry) {
        return entry.isBodyUnread() && entry.operation() == VendorOperation.REFRESH_BATCH
                ? "in a body that was not read"
                : Sanitizer.plain(String.join(
                        ", ", entry.connectionIds().stream().limit(10).toList()));
    }

    private static String difference(String what, Object wanted, @Nullable Object actual) {
        return "%s: wanted %s, was %s".formatted(what, wanted, actual == null || actual.equals("") ? "none" : actual);
    }
}
