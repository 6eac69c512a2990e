package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a test expects to have been requested; what is absent is met by every request.
 *
 * @param connectionId met by a batch that names it in any entry
 * @param bodyContains what the body must contain, in a batch any of its entries
 * @param count how often; absent: at least once
 */
public record Expectation(
        @Nullable Operation operation,
        @Nullable String connectionId,
        @Nullable Integer status,
        @Nullable JsonNode bodyContains,
        @Nullable Count count) {

    public Expectation {
        Limits.requireField("connectionId", connectionId, Limits.ID);
    }

    /** How often something is expected: exactly so often, or within bounds of which one may be absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Count(
            @Nullable Long exactly,
            @Nullable Long atLeast,
            @Nullable Long atMost) {

        private static final Count ONCE_OR_MORE = new Count(null, 1L, null);

        public Count {
            if (exactly == null && atLeast == null && atMost == null) {
                throw new InvalidFieldException("count", "is empty, but must have exactly, atLeast or atMost");
            }
            if (exactly != null && (atLeast != null || atMost != null)) {
                throw new InvalidFieldException("count", "has exactly and a bound, but must have one or the other");
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

    Count countOrDefault() {
        return count == null ? Count.ONCE_OR_MORE : count;
    }

    /** Whether a request meets all but the body. */
    boolean meetsAllButBody(Entry entry) {
        return (operation == null || operation == entry.operation())
                && (connectionId == null || entry.connectionIds().contains(connectionId))
                && (status == null || status.equals(entry.status()));
    }

    /** In what a request differs from this, in words; nothing if it meets it. */
    List<String> differences(Entry entry) {
        List<String> differences = new ArrayList<>();
        if (operation != null && operation != entry.operation()) {
            differences.add(difference("operation", operation, entry.operation()));
        }
        if (connectionId != null && !entry.connectionIds().contains(connectionId)) {
            differences.add(difference("connectionId", connectionId, String.join(", ", entry.connectionIds())));
        }
        if (status != null && !status.equals(entry.status())) {
            differences.add(difference("status", status, entry.status()));
        }
        if (bodyContains != null) {
            differences.addAll(BodyMatch.differences(bodyContains, entry.body()));
        }
        return differences;
    }

    private static String difference(String what, Object wanted, @Nullable Object actual) {
        return "%s: wanted %s, was %s".formatted(what, wanted, actual == null || actual.equals("") ? "none" : actual);
    }
}
