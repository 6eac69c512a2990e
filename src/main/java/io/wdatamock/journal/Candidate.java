package io.wdatamock.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request and its lazily computed comparison with a pattern. */
final class Candidate {

    private final RequestPattern expected;
    private final Entry entry;
    private @Nullable BodyMatch body;

    Candidate(RequestPattern expected, Entry entry) {
        this.expected = expected;
        this.entry = entry;
    }

    Entry entry() {
        return entry;
    }

    boolean meetsAllButBody() {
        return entry.isAnswered() && expected.meetsAllButBody(entry);
    }

    /** Whether its body matches, as far as it matters. */
    boolean isCertain() {
        BodyMatch match = body();
        return match == null || match.isCertain();
    }

    /** Whether its body does not match. */
    boolean isExcluded() {
        BodyMatch match = body();
        return match != null && match.isExcluded();
    }

    /** Whether the request certainly matches. */
    boolean matches() {
        return meetsAllButBody() && isCertain();
    }

    /** Whether the request matches, or may match once it is complete or if its body was known. */
    boolean mayMatch() {
        return entry.isAnswered() ? expected.mayMeetComplete(entry) && !isExcluded() : expected.mayMeet(entry);
    }

    int distance() {
        BodyMatch match = body();
        return expected.differences(entry).size() + (match == null ? 0 : match.size());
    }

    /** Returns the differences and doubts as texts; empty if it matches. */
    List<String> differences() {
        List<String> differences = expected.differences(entry);
        BodyMatch match = body();
        if (match != null) {
            differences.addAll(match.inWords());
        }
        return differences;
    }

    Verification.Nearest toNearest() {
        return new Verification.Nearest(entry.seq(), entry.operation(), differences(), entry.explanation());
    }

    private @Nullable BodyMatch body() {
        if (body == null && expected.bodyContains() != null) {
            body = BodyMatch.of(expected.bodyContains(), entry);
        }
        return body;
    }
}
