package io.wdatamock.client;

import io.wdatamock.journal.Verification;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes the newest requests of a sandbox and the reasons for their responses. */
final class FailureReport {

    /** The number of requests in a report; the journal contains them all. */
    private static final int MOST = 10;

    private FailureReport() {}

    /** Describes a failed verification. */
    static String of(RequestPattern expected, Verification verification, Requests journal, ControlApi api) {
        String nearest =
                verification.nearest().stream().map(FailureReport::line).collect(Collectors.joining());
        return "Expected %s%n  verdict: %s, for %s%n".formatted(expected, verification.verdict(), verdict(verification))
                + (nearest.isEmpty() ? "" : "Nearest of the others:%n".formatted() + nearest)
                + of(journal, api);
    }

    /** Describes the newest requests and names the sandbox. */
    static String of(Requests journal, ControlApi api) {
        List<Requests.Entry> newest = journal.requests().stream().limit(MOST).toList();
        String lines = newest.stream().map(FailureReport::line).collect(Collectors.joining());
        String heading = newest.isEmpty()
                ? "No request has reached the sandbox.%n".formatted()
                : "Requests, the newest first (%d of %d):%n".formatted(newest.size(), journal.total());
        return heading + lines + "Sandbox: %s%n%s".formatted(api.baseUrl(), api.hint());
    }

    private static String verdict(Verification verification) {
        String matched = verification.matched() == 1 ? "1 request matches" : verification.matched() + " requests match";
        return verification.evicted() == 0
                ? matched
                : "%s, and %d are not kept any longer".formatted(matched, verification.evicted());
    }

    private static String line(Verification.Nearest nearest) {
        return "  #%d %s%n%s"
                .formatted(
                        nearest.seq(),
                        nearest.operation() == null ? "no operation" : nearest.operation(),
                        nearest.differences().stream()
                                .map(difference -> "       " + difference + System.lineSeparator())
                                .collect(Collectors.joining()));
    }

    private static String line(Requests.Entry entry) {
        return "  #%d %s %s%s -> %s%s%n%s"
                .formatted(
                        entry.seq(),
                        entry.method(),
                        entry.path(),
                        entry.query() == null ? "" : "?" + entry.query(),
                        entry.status() == null ? "no answer" : entry.status(),
                        entry.faultId() == null ? "" : ", affected by fault " + entry.faultId(),
                        explanation(entry.explanation()));
    }

    private static String explanation(@Nullable String text) {
        return text == null ? "" : "       " + text + System.lineSeparator();
    }
}
