package io.wdatamock.journal;

import io.wdatamock.wire.Operation;
import java.util.Comparator;
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

    /** How many requests are named that came close. */
    private static final int MOST_NEAREST = 3;

    /** A request that did not meet the expectation, and why. */
    public record Nearest(
            long seq,
            @Nullable Operation operation,
            List<String> differences,
            @Nullable String explanation) {}

    /** Holds an expectation against a journal. */
    public static Verification of(Expectation expected, Journal journal) {
        long all = journal.tallies().count(expected.operation(), expected.status(), expected.connectionId());
        long matched = all;
        long most = all;
        if (expected.bodyContains() != null) {
            List<Entry> kept =
                    journal.entries(entry -> entry.isAnswered() && expected.meetsAllButBody(entry), Integer.MAX_VALUE);
            List<Entry> others = kept.stream()
                    .filter(entry -> !expected.differences(entry).isEmpty())
                    .toList();
            matched = (long) kept.size() - others.size();
            most = all - others.stream().filter(entry -> !isCut(entry)).count();
        }
        if (expected.connectionId() != null && journal.tallies().isOverflown()) {
            most = Long.MAX_VALUE;
        }
        Verdict verdict = expected.countOrDefault().verdict(matched, most);
        List<Nearest> nearest = verdict == Verdict.SATISFIED ? List.of() : nearest(expected, journal);
        return new Verification(verdict, matched, journal.evicted(), nearest);
    }

    private static boolean isCut(Entry entry) {
        return Boolean.TRUE.equals(entry.truncated());
    }

    private static List<Nearest> nearest(Expectation expected, Journal journal) {
        return journal.entries(entry -> true, Integer.MAX_VALUE).stream()
                .map(entry ->
                        new Nearest(entry.seq(), entry.operation(), expected.differences(entry), entry.explanation()))
                .filter(candidate -> !candidate.differences().isEmpty())
                .sorted(Comparator.comparingInt(
                        candidate -> candidate.differences().size()))
                .limit(MOST_NEAREST)
                .toList();
    }
}
