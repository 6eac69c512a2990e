package io.wdatamock.journal;

import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.VendorOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The pattern of requests that a test expects. A null component matches every request.
 *
 * @param connectionId matches also a batch that contains it; 400 if it neither exists nor was ever requested
 * @param bodyContains the values that the body must contain, in a batch one of its entries
 * @param count how often; null: at least once
 * @param pending whether the connection may be created later; null: no
 * @param sequence patterns that requests must match in this order, instead of the components above; null: none
 * @param strict whether no other requests may come between those of the sequence; null: they may
 * @param spacing the time between consecutive matching requests; null: any
 * @param afterRetryAfter whether a matching request after a response with {@code Retry-After} must wait for that time;
 *     null: no
 * @param within the longest time, in real time, to wait until the expectation is satisfied; up to {@link #LONGEST_WAIT}
 * @param during the time, in real time, for which the expectation must hold; up to {@link #LONGEST_WAIT}
 */
public record RequestPattern(
        @Nullable VendorOperation operation,
        @Nullable String connectionId,
        @Nullable Integer status,
        @Nullable JsonNode bodyContains,
        @Nullable Count count,
        @Nullable Boolean pending,
        @Nullable List<RequestPattern> sequence,
        @Nullable Boolean strict,
        @Nullable Spacing spacing,
        @Nullable Boolean afterRetryAfter,
        @Nullable Duration within,
        @Nullable Duration during) {

    /** The maximum number of values in {@code bodyContains}, nested ones included. */
    static final int MAX_VALUES = 1000;

    /** The maximum number of patterns in a sequence. */
    static final int MAX_SEQUENCE = 100;

    /** The longest that a verification waits. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    public RequestPattern {
        Limits.requireField("connectionId", connectionId, Limits.ID);
        if (count != null && count.isUnlimited()) {
            throw new InvalidFieldException("count", "is empty, but must have exactly, atLeast or atMost");
        }
        if (spacing != null && spacing.isUnlimited()) {
            throw new InvalidFieldException("spacing", "is empty, but must have atLeast, atMost or both");
        }
        sequence = sequence == null ? null : List.copyOf(sequence);
        requireWait("within", within);
        requireWait("during", during);
        if (within != null && during != null) {
            throw new InvalidFieldException("during", "comes with within, but must be alone");
        }
        if (strict != null && sequence == null) {
            throw new InvalidFieldException("strict", "comes without a sequence, but concerns only a sequence");
        }
        if (status != null && afterRetryAfter != null) {
            throw new InvalidFieldException(
                    "status", "comes with afterRetryAfter, which concerns responses of every status; leave it out");
        }
        if (sequence != null) {
            requireSequenceAlone(
                    sequence, operation, connectionId, status, bodyContains, count, spacing, afterRetryAfter);
        }
        int values = bodyContains == null ? 0 : count(bodyContains);
        if (values > MAX_VALUES) {
            throw new InvalidFieldException(
                    "bodyContains", "has %d values, but must have at most %d".formatted(values, MAX_VALUES));
        }
    }

    /** Rejects a sequence with other conditions, and patterns in it with conditions that do not concern one request. */
    private static void requireSequenceAlone(List<RequestPattern> patterns, @Nullable Object... others) {
        if (patterns.isEmpty() || patterns.size() > MAX_SEQUENCE) {
            throw new InvalidFieldException(
                    "sequence", "has %d patterns, but must have 1 to %d".formatted(patterns.size(), MAX_SEQUENCE));
        }
        if (Stream.of(others).anyMatch(Objects::nonNull)) {
            throw new InvalidFieldException(
                    "sequence",
                    "comes with a pattern, a count or a pace, but must be alone; verify the rest in another request");
        }
        for (int i = 0; i < patterns.size(); i++) {
            if (!patterns.get(i).concernsOneRequest()) {
                throw new InvalidFieldException(
                        "sequence[%d]".formatted(i),
                        "has more than operation, connectionId, status, bodyContains and pending, which belongs beside the sequence");
            }
        }
    }

    private boolean concernsOneRequest() {
        return count == null
                && sequence == null
                && strict == null
                && spacing == null
                && afterRetryAfter == null
                && within == null
                && during == null;
    }

    private static void requireWait(String field, @Nullable Duration wait) {
        if (wait != null && (wait.isNegative() || wait.isZero() || wait.compareTo(LONGEST_WAIT) > 0)) {
            throw new InvalidFieldException(
                    field, "was %s, but must be more than PT0S and at most %s".formatted(wait, LONGEST_WAIT));
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

    /** Returns the patterns of the sequence; empty if there is no sequence. */
    public List<RequestPattern> patterns() {
        return sequence == null ? List.of() : sequence;
    }

    /** Returns how long a verification may wait; zero if it must not wait. */
    public Duration maxWait() {
        return Objects.requireNonNullElse(within, Objects.requireNonNullElse(during, Duration.ZERO));
    }

    /** Whether further requests cannot change the verification, or the client does not want to wait for them. */
    public boolean isDecidedBy(Verification verification) {
        boolean isFinal = !verification.violations().isEmpty()
                || (sequence == null && countOrDefault().isExceededBy(verification.matched()));
        return isFinal || (during == null && verification.verdict() == Verdict.SATISFIED);
    }

    /** Whether the request can change a verification. */
    boolean concerns(Entry entry) {
        if (sequence != null) {
            return Boolean.TRUE.equals(strict) || sequence.stream().anyMatch(pattern -> pattern.mayMeet(entry));
        }
        boolean hasPace = spacing != null || afterRetryAfter != null;
        return hasPace ? mayMeet(entry) : meetsAllButBody(entry);
    }

    Count countOrDefault() {
        return count == null ? Count.ONCE_OR_MORE : count;
    }

    /** Whether a request may match, if its status and the connections that are not known are as expected. */
    boolean mayMeet(Entry entry) {
        return (operation == null || operation == entry.operation())
                && (connectionId == null || entry.connectionIds().contains(connectionId) || entry.mayNameMore());
    }

    /** Whether a complete request may match, if the connections that are not known are as expected; ignores its body. */
    boolean mayMeetComplete(Entry entry) {
        return mayMeet(entry) && (status == null || status.equals(entry.status()));
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
