package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.wire.VendorOperation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of comparing a pattern with the journal.
 *
 * @param matched how many requests match, as far as known; of a sequence how many of its patterns, from the first on
 * @param evicted how many entries are no longer stored
 * @param nearest the differences of the closest requests, unless satisfied
 * @param violations the first pairs of matching requests that violate the expected pace
 */
public record Verification(
        Verdict verdict,
        long matched,
        long evicted,
        List<Nearest> nearest,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations) {

    /** The maximum number of near misses. */
    private static final int MAX_NEAREST = 3;

    /** A request that does not match, or not certainly, and why. */
    public record Nearest(
            long seq,
            @Nullable VendorOperation operation,
            List<String> differences,
            @Nullable String explanation) {

        private static Nearest of(Candidate candidate) {
            Entry entry = candidate.entry();
            return new Nearest(entry.seq(), entry.operation(), candidate.differences(), entry.explanation());
        }
    }

    /** Compares a pattern with the data of a journal. Needs no lock, because it may take long. */
    public static Verification of(RequestPattern expected, Evidence evidence) {
        return expected.patterns().isEmpty() ? ofPattern(expected, evidence) : ofSequence(expected, evidence);
    }

    private static Verification ofSequence(RequestPattern expected, Evidence evidence) {
        List<RequestPattern> patterns = expected.patterns();
        boolean strict = Boolean.TRUE.equals(expected.strict());
        SequenceMatch match = new SequenceMatch(patterns, oldestFirst(evidence.entries()), strict);
        Verdict verdict = match.verdict(evidence.evicted() == 0);
        List<Nearest> nearest = verdict == Verdict.SATISFIED
                ? List.of()
                : nearest(candidates(patterns.get(match.matched()), evidence.entries()));
        return new Verification(verdict, match.matched(), evidence.evicted(), nearest, List.of());
    }

    private static Verification ofPattern(RequestPattern expected, Evidence evidence) {
        List<Candidate> candidates = candidates(expected, evidence.entries());
        long matched = evidence.counted();
        long excluded = 0;
        if (expected.bodyContains() != null) {
            List<Candidate> others =
                    candidates.stream().filter(Candidate::meetsAllButBody).toList();
            matched = others.stream().filter(Candidate::isCertain).count();
            excluded = others.stream().filter(Candidate::isExcluded).count();
        }
        long most = evidence.complete() ? evidence.counted() - excluded + evidence.unnamed() : Long.MAX_VALUE;
        Pace pace = Pace.of(expected, oldestFirst(candidates), evidence.evicted() == 0);
        Verdict verdict = expected.countOrDefault().verdict(matched, most).and(pace.verdict());
        List<Nearest> nearest = verdict == Verdict.SATISFIED ? List.of() : nearest(candidates);
        return new Verification(verdict, matched, evidence.evicted(), nearest, pace.violations());
    }

    /** Whether further requests cannot change the verdict, or the client does not want to wait for them. */
    public boolean isDecided(RequestPattern expected) {
        boolean isFinal = !violations.isEmpty()
                || (expected.patterns().isEmpty() && expected.countOrDefault().isExceededBy(matched));
        return isFinal || (expected.during() == null && verdict == Verdict.SATISFIED);
    }

    private static List<Candidate> candidates(RequestPattern expected, List<Entry> entries) {
        return entries.stream().map(entry -> new Candidate(expected, entry)).toList();
    }

    private static <T> List<T> oldestFirst(List<T> newestFirst) {
        List<T> reversed = new ArrayList<>(newestFirst);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Nearest> nearest(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.distance() > 0)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(MAX_NEAREST)
                .map(Nearest::of)
                .toList();
    }
}
