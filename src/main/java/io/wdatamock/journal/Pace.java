package io.wdatamock.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the times between consecutive matching requests. */
final class Pace {

    /** The maximum number of reported violations. */
    private static final int MAX_VIOLATIONS = 10;

    private final @Nullable Duration atLeast;
    private final @Nullable Duration atMost;
    private final boolean afterRetryAfter;
    private final List<Violation> violations = new ArrayList<>();
    private boolean isCertain = true;

    private Pace(RequestPattern expected) {
        Spacing spacing = expected.spacing();
        this.atLeast = spacing == null ? null : spacing.atLeast();
        this.atMost = spacing == null ? null : spacing.atMost();
        this.afterRetryAfter = Boolean.TRUE.equals(expected.afterRetryAfter());
    }

    /**
     * Checks the requests of a journal, the oldest first.
     *
     * @param complete whether they are all requests of the sandbox
     */
    static Pace of(RequestPattern expected, List<Candidate> oldestFirst, boolean complete) {
        Pace pace = new Pace(expected);
        if (pace.isUnlimited()) {
            return pace;
        }
        pace.isCertain = complete;
        Entry before = null;
        boolean isInterrupted = false;
        for (Candidate candidate : oldestFirst) {
            if (candidate.matches()) {
                if (before != null) {
                    pace.check(before, candidate.entry(), isInterrupted);
                }
                before = candidate.entry();
                isInterrupted = false;
            } else if (candidate.mayMatch()) {
                isInterrupted = true;
                pace.isCertain = false;
            }
        }
        return pace;
    }

    private boolean isUnlimited() {
        return atLeast == null && atMost == null && !afterRetryAfter;
    }

    /** Checks two matches. A request between them that may match too can only break the upper limit. */
    private void check(Entry first, Entry second, boolean isInterrupted) {
        Duration distance = Duration.between(first.at(), second.at());
        if (atLeast != null && distance.compareTo(atLeast) < 0) {
            add(first, second, distance, "must be at least " + atLeast);
        }
        if (atMost != null && distance.compareTo(atMost) > 0 && !isInterrupted) {
            add(first, second, distance, "must be at most " + atMost);
        }
        Instant retryAt = first.retryAt();
        if (afterRetryAfter && retryAt != null && second.at().isBefore(retryAt)) {
            add(first, second, distance, "must not end before %s, the time in Retry-After".formatted(retryAt));
        }
    }

    private void add(Entry first, Entry second, Duration distance, String limit) {
        if (violations.size() < MAX_VIOLATIONS) {
            String message = "Request %d came %s after request %d, but the time between them %s"
                    .formatted(second.seq(), distance, first.seq(), limit);
            violations.add(new Violation(first.seq(), second.seq(), distance, message));
        }
    }

    /** Returns the first violations. */
    List<Violation> violations() {
        return violations;
    }

    Verdict verdict() {
        if (!violations.isEmpty()) {
            return Verdict.VIOLATED;
        }
        return isCertain ? Verdict.SATISFIED : Verdict.UNKNOWN;
    }
}
