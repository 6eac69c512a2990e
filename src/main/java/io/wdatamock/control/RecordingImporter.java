package io.wdatamock.control;

import io.wdatamock.fidelity.Comparison;
import io.wdatamock.har.RecordedExchange;
import io.wdatamock.journal.Entry;
import io.wdatamock.journal.Headers;
import io.wdatamock.journal.Journal;
import io.wdatamock.observation.HttpExchange;
import io.wdatamock.observation.Observation;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.web.redaction.Redaction;
import io.wdatamock.wire.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Adds recorded exchanges to the journal and compares them with the ledger, in the order of their responses. */
@Component
final class RecordingImporter {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Redaction redaction;

    RecordingImporter(Redaction redaction) {
        this.redaction = redaction;
    }

    /** Adds the exchanges that call the vendor's operations and have a response in JSON; returns their number. */
    int add(List<RecordedExchange> recorded, Sandbox sandbox) {
        List<RecordedExchange> inOrder = recorded.stream()
                .filter(exchange -> exchange.status() != 0 && isComparable(exchange))
                .sorted(Comparator.comparing(RecordingImporter::end))
                .toList();
        Comparison comparison = sandbox.withJournal(Journal::comparison);
        long before = sandbox.withJournal(journal -> comparison.history().count());
        List<Instant> ends = new ArrayList<>();
        for (RecordedExchange exchange : inOrder) {
            long known = before + countUntil(exchange.startedAt(), ends);
            if (sandbox.withJournal(journal -> add(exchange, known, journal, comparison))) {
                ends.add(end(exchange));
            }
        }
        return ends.size();
    }

    private static boolean isComparable(RecordedExchange exchange) {
        String received = exchange.responseBody();
        return received != null
                && received.length() <= HttpExchange.LARGEST_BODY
                && text(exchange.requestBody()).length() <= HttpExchange.LARGEST_BODY;
    }

    /** Adds an exchange, unless it is not the vendor's or the sandbox was reset meanwhile. */
    private boolean add(RecordedExchange recorded, long known, Journal journal, Comparison comparison) {
        if (journal.comparison() != comparison) {
            return false;
        }
        Optional<Observation> seen = exchange(recorded).observe(journal.total() + 1, recorded.startedAt(), known);
        seen.ifPresent(observation -> {
            Entry arrival = journal.begin(seq -> arrival(seq, recorded));
            journal.complete(arrival.routed(observation.operation(), named(observation))
                    .completed(completion(recorded, observation)));
            journal.compare(comparison, observation);
        });
        return seen.isPresent();
    }

    private static HttpExchange exchange(RecordedExchange recorded) {
        return new HttpExchange(
                recorded.method(),
                recorded.url().getPath(),
                recorded.url().getRawQuery(),
                recorded.requestHeaders(),
                text(recorded.requestBody()),
                recorded.status(),
                recorded.responseHeaders(),
                text(recorded.responseBody()),
                false);
    }

    private Entry arrival(long seq, RecordedExchange recorded) {
        String path = recorded.url().getRawPath();
        Headers.Builder headers = new Headers.Builder();
        recorded.requestHeaders()
                .forEach((name, values) -> values.forEach(value -> headers.add(name, redaction.header(name, value))));
        return Entry.arrival(
                seq,
                recorded.startedAt(),
                recorded.method(),
                redaction.path(path),
                redaction.query(path, recorded.url().getRawQuery()),
                headers.build());
    }

    private Entry.Completion completion(RecordedExchange recorded, Observation observation) {
        String path = recorded.url().getPath();
        String sent = recorded.requestBody();
        String received = recorded.responseBody();
        boolean isCut = isLong(sent) || isLong(received);
        return new Entry.Completion(
                named(observation),
                sent == null ? null : redaction.body(path, contentType(recorded), cut(sent)),
                recorded.status(),
                received == null || received.isEmpty() ? null : redaction.response(cut(received)),
                isCut ? true : null,
                null,
                List.of(),
                "Read from a recording.",
                null,
                recorded.took().toNanos() / NANOS_PER_MILLI);
    }

    private static @Nullable String contentType(RecordedExchange recorded) {
        return recorded.requestHeaders().getOrDefault(HttpHeaders.CONTENT_TYPE, List.of()).stream()
                .findFirst()
                .orElse(null);
    }

    /** Returns the connections in the path or in a batch. */
    private static List<String> named(Observation observation) {
        List<String> named = Stream.concat(
                        Stream.ofNullable(observation.call().connectionId()),
                        observation.requestedConnections().stream().filter(id -> !id.isEmpty()))
                .toList();
        return Limits.firstIds(named, Entry.MAX_NAMED);
    }

    private static boolean isLong(@Nullable String text) {
        return text != null && text.length() > Entry.MAX_BODY_BYTES;
    }

    private static String cut(String text) {
        return isLong(text) ? text.substring(0, Entry.MAX_BODY_BYTES) : text;
    }

    private static String text(@Nullable String body) {
        return body == null ? "" : body;
    }

    private static Instant end(RecordedExchange recorded) {
        return recorded.startedAt().plus(recorded.took());
    }

    /** Returns how many of the ascending instants are not after {@code instant}. */
    private static int countUntil(Instant instant, List<Instant> ascending) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending.get(middle).isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
