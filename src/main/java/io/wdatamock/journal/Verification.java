package io.wdatamock.journal;

import io.wdatamock.wire.VendorOperation;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of comparing a pattern with the journal.
 *
 * @param matched how many requests match, as far as known
 * @param evicted how many entries are no longer stored
 * @param nearest the differences of the closest requests, unless satisfied
 */
public record Verification(Verdict verdict, long matched, long evicted, List<Nearest> nearest) {

    /** The maximum number of near misses. */
    private static final int MAX_NEAREST = 3;

    /** A request that does not match, or not certainly, and why. */
    public record Nearest(
            long seq,
            @Nullable VendorOperation operation,
            List<String> differences,
            @Nullable String explanation) {}

    /** Compares a pattern with the data of a journal. Needs no lock, because it may take long. */
    public static Verification of(RequestPattern expected, Evidence evidence) {
        List<Candidate> candidates = evidence.entries().stream()
                .map(entry -> new Candidate(expected, entry))
                .toList();
        long matched = evidence.counted();
        long excluded = 0;
        if (expected.bodyContains() != null) {
            List<Candidate> others =
                    candidates.stream().filter(Candidate::meetsAllButBody).toList();
            matched = others.stream().filter(Candidate::isCertain).count();
            excluded = others.stream().filter(Candidate::isExcluded).count();
        }
        long most = evidence.complete() ? evidence.counted() - excluded + evidence.unnamed() : Long.MAX_VALUE;
        Verdict verdict = expected.countOrDefault().verdict(matched, most);
        List<Nearest> nearest = verdict == Verdict.SATISFIED ? List.of() : nearest(candidates);
        return new Verification(verdict, matched, evidence.evicted(), nearest);
    }

    private static List<Nearest> nearest(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.distance() > 0)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(MAX_NEAREST)
                .map(Candidate::toNearest)
                .toList();
    }

    /** A request and its lazily computed comparison with the pattern. */
    private static final class Candidate {

        private final RequestPattern expected;
        private final Entry entry;
        private @Nullable BodyMatch body;

        private Candidate(RequestPattern expected, Entry entry) {
            this.expected = expected;
            this.entry = entry;
        }

        private boolean meetsAllButBody() {
            return entry.isAnswered() && expected.meetsAllButBody(entry);
        }

        private boolean isCertain() {
            BodyMatch match = body();
            return match == null || match.isCertain();
        }

        private boolean isExcluded() {
            BodyMatch match = body();
            return match != null && match.isExcluded();
        }

        private int distance() {
            BodyMatch match = body();
            return expected.differences(entry).size() + (match == null ? 0 : match.size());
        }

        private Nearest toNearest() {
            List<String> differences = expected.differences(entry);
            BodyMatch match = body();
            if (match != null) {
                differences.addAll(match.inWords());
            }
            return new Nearest(entry.seq(), entry.operation(), differences, entry.explanation());
        }

        private @Nullable BodyMatch body() {
            if (body == null && expected.bodyContains() != null) {
                body = BodyMatch.of(expected.bodyContains(), entry);
            }
            return body;
        }
    }
}
