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
    static String of(RequestPattern pattern, Verification verification, Requests journal, ControlApi api) {
        return "Expected %s%n  verdict: %s, for %s%n"
                        .formatted(pattern, verification.verdict(), verdict(pattern, verification))
                + violations(verification)
                + nearest(pattern, verification)
                + of(journal, api);
    }

    private static String violations(Verification verification) {
        return verification.violations().stream()
                .map(violation -> "  %s%n".formatted(violation.message()))
                .collect(Collectors.joining());
    }

    private static String nearest(RequestPattern pattern, Verification verification) {
        if (verification.nearest().isEmpty()) {
            return "";
        }
        List<RequestPattern> sequence = pattern.expected().sequence();
        String heading = sequence == null
                ? "Nearest of the others:%n".formatted()
                : "Nearest to %s:%n"
                        .formatted(sequence.get((int) verification.matched()).requests());
        return heading
                + verification.nearest().stream().map(FailureReport::line).collect(Collectors.joining());
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

    private static String verdict(RequestPattern pattern, Verification verification) {
        String matched = matched(pattern, verification.matched());
        return verification.evicted() == 0
                ? matched
                : "%s, and %d are not kept any longer".formatted(matched, verification.evicted());
    }

    private static String matched(RequestPattern pattern, long number) {
        List<RequestPattern> sequence = pattern.expected().sequence();
        if (sequence != null) {
            return "the first %d of %d requests were found".formatted(number, sequence.size());
        }
        return number == 1 ? "1 request matches" : number + " requests match";
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
