package io.wdatamock.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The data of a journal that a verification needs, taken in one step so that entries and counts are consistent.
 *
 * @param entries the stored entries of all requests, the newest first
 * @param counted how many answered requests match, ignoring their bodies
 * @param unnamed how many more may match, because they are batches whose bodies were not read
 * @param complete whether {@code counted} and {@code unnamed} include every matching request
 * @param evicted how many entries are no longer stored
 */
public record Evidence(List<Entry> entries, long counted, long unnamed, boolean complete, long evicted) {

    /** The maximum number of near misses. */
    private static final int MAX_NEAREST = 3;

    public Evidence {
        entries = List.copyOf(entries);
    }

    /** Compares a pattern with this data. Needs no lock, because it may take long. */
    public Verification verify(RequestPattern expected) {
        return expected.patterns().isEmpty() ? verifyPattern(expected) : verifySequence(expected);
    }

    private Verification verifySequence(RequestPattern expected) {
        List<RequestPattern> patterns = expected.patterns();
        boolean strict = Boolean.TRUE.equals(expected.strict());
        SequenceMatch match = new SequenceMatch(patterns, oldestFirst(entries), strict);
        Verdict verdict = match.verdict(evicted == 0);
        List<Verification.Nearest> nearest =
                verdict == Verdict.SATISFIED ? List.of() : nearest(candidates(patterns.get(match.matched())));
        return new Verification(verdict, match.matched(), evicted, nearest, List.of());
    }

    private Verification verifyPattern(RequestPattern expected) {
        List<Candidate> candidates = candidates(expected);
        long matched = counted;
        long excluded = 0;
        if (expected.bodyContains() != null) {
            List<Candidate> others =
                    candidates.stream().filter(Candidate::meetsAllButBody).toList();
            matched = others.stream().filter(Candidate::isCertain).count();
            excluded = others.stream().filter(Candidate::isExcluded).count();
        }
        long most = complete ? counted - excluded + unnamed : Long.MAX_VALUE;
        Pace pace = Pace.of(expected, oldestFirst(candidates), evicted == 0);
        Verdict verdict = expected.countOrDefault().verdict(matched, most).and(pace.verdict());
        boolean isTooMany = expected.countOrDefault().isExceededBy(matched);
        List<Verification.Nearest> nearest =
                verdict == Verdict.SATISFIED || isTooMany ? List.of() : nearest(candidates);
        return new Verification(verdict, matched, evicted, nearest, pace.violations());
    }

    private List<Candidate> candidates(RequestPattern expected) {
        return entries.stream().map(entry -> new Candidate(expected, entry)).toList();
    }

    private static <T> List<T> oldestFirst(List<T> newestFirst) {
        List<T> reversed = new ArrayList<>(newestFirst);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Verification.Nearest> nearest(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.distance() > 0)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(MAX_NEAREST)
                .map(Candidate::toNearest)
                .toList();
    }
}
