package io.wdatamock.journal;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for requests that match several patterns in this order. */
final class SequenceMatch {

    private final List<RequestPattern> patterns;
    private final List<Entry> oldestFirst;
    private final boolean strict;

    /** The comparisons so far, by pattern and entry; each keeps its result. */
    private final @Nullable Candidate[][] candidates;

    /** Creates a search in the entries of a journal; {@code strict} permits no other requests in between. */
    SequenceMatch(List<RequestPattern> patterns, List<Entry> oldestFirst, boolean strict) {
        this.patterns = patterns;
        this.oldestFirst = oldestFirst;
        this.strict = strict;
        this.candidates = new Candidate[patterns.size()][oldestFirst.size()];
    }

    /** Returns how many of the patterns, from the first on, certainly have a request. */
    int matched() {
        return matched(Candidate::matches);
    }

    /** Returns the verdict; {@code complete}: the entries are all requests of the sandbox. */
    Verdict verdict(boolean complete) {
        if (matched() == patterns.size()) {
            return Verdict.SATISFIED;
        }
        boolean isPossible = !complete || matched(Candidate::mayMatch) == patterns.size();
        return isPossible ? Verdict.UNKNOWN : Verdict.VIOLATED;
    }

    private int matched(Predicate<Candidate> test) {
        if (!strict) {
            return matchedFrom(0, test);
        }
        int longest = 0;
        for (int start = 0; start < oldestFirst.size() && longest < patterns.size(); start++) {
            longest = Math.max(longest, matchedFrom(start, test));
        }
        return longest;
    }

    private Candidate candidate(int pattern, int entry) {
        Candidate known = candidates[pattern][entry];
        if (known == null) {
            known = new Candidate(patterns.get(pattern), oldestFirst.get(entry));
            candidates[pattern][entry] = known;
        }
        return known;
    }

    private int matchedFrom(int start, Predicate<Candidate> test) {
        int matched = 0;
        for (int i = start; i < oldestFirst.size() && matched < patterns.size(); i++) {
            if (test.test(candidate(matched, i))) {
                matched++;
            } else if (strict) {
                break;
            }
        }
        return matched;
    }
}
