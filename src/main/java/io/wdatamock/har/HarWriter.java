package io.wdatamock.har;

import io.wdatamock.har.HarEntry.Content;
import io.wdatamock.har.HarEntry.PostData;
import io.wdatamock.har.HarEntry.Request;
import io.wdatamock.har.HarEntry.Response;
import io.wdatamock.har.HarEntry.Timings;
import io.wdatamock.journal.Entry;
import io.wdatamock.journal.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes journal entries as a HAR file. The values are those of the journal, which are redacted. */
@Component
public final class HarWriter {

    private static final String NAME = "wdata-mock";
    private static final String UNKNOWN = "unknown";
    private static final String PROTOCOL = "HTTP/1.1";

    /** The media type of a body whose sender does not name one, as browsers write it. */
    private static final String UNKNOWN_TYPE = "x-unknown";

    private static final int UNKNOWN_SIZE = -1;

    private final Har.Creator creator;

    HarWriter(ObjectProvider<BuildProperties> provider) {
        @Nullable BuildProperties build = provider.getIfAvailable();
        String version = build == null ? null : build.getVersion();
        this.creator = new Har.Creator(NAME, Objects.requireNonNullElse(version, UNKNOWN));
    }

    /**
     * Returns the file with these entries, the oldest first.
     *
     * @param baseUrl the base URL of the sandbox
     */
    public Har write(List<Entry> newestFirst, String baseUrl) {
        int last = newestFirst.size() - 1;
        List<HarEntry> oldestFirst = IntStream.rangeClosed(0, last)
                .mapToObj(i -> entry(newestFirst.get(last - i), baseUrl))
                .toList();
        return new Har(new Har.Log(Har.VERSION, creator, oldestFirst));
    }

    private static HarEntry entry(Entry entry, String baseUrl) {
        double took = Objects.requireNonNullElse(entry.durationMs(), 0.0);
        return new HarEntry(
                entry.at(),
                took,
                request(entry, baseUrl),
                response(entry),
                Map.of(),
                new Timings(0, took, 0),
                entry.seq(),
                entry.operation(),
                entry.faultId(),
                entry.explanation(),
                entry.truncated());
    }

    private static Request request(Entry entry, String baseUrl) {
        String query = entry.query() == null ? "" : "?" + entry.query();
        String body = Entry.UNREAD.equals(entry.body()) ? null : entry.body();
        boolean isKnown = entry.durationMs() != null && entry.truncated() == null;
        return new Request(
                entry.method(),
                baseUrl + HarUrl.encode(entry.path() + query),
                PROTOCOL,
                List.of(),
                headers(entry.headers()),
                parameters(entry.query()),
                body == null ? null : new PostData(contentType(entry.headers()), body),
                UNKNOWN_SIZE,
                isKnown ? size(body) : UNKNOWN_SIZE);
    }

    private static Response response(Entry entry) {
        Integer status = entry.status();
        if (status == null) {
            Content none = new Content(0, UNKNOWN_TYPE, null);
            return new Response(0, "", "", List.of(), List.of(), none, "", UNKNOWN_SIZE, UNKNOWN_SIZE);
        }
        String body = entry.responseBody();
        // Every response with a body that the journal records is sent as JSON.
        List<NameValue> headers = body == null
                ? List.of()
                : List.of(new NameValue(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE));
        String type = body == null ? UNKNOWN_TYPE : MediaType.APPLICATION_JSON_VALUE;
        return new Response(
                status,
                Optional.ofNullable(HttpStatus.resolve(status))
                        .map(HttpStatus::getReasonPhrase)
                        .orElse(""),
                PROTOCOL,
                List.of(),
                headers,
                new Content(size(body), type, body),
                "",
                UNKNOWN_SIZE,
                entry.truncated() == null ? size(body) : UNKNOWN_SIZE);
    }

    private static List<NameValue> headers(Headers headers) {
        return headers.toMap().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> new NameValue(header.getKey(), value)))
                .toList();
    }

    private static String contentType(Headers headers) {
        return headers.toMap().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElse(UNKNOWN_TYPE);
    }

    private static List<NameValue> parameters(@Nullable String query) {
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .map(HarWriter::parameter)
                        .toList();
    }

    private static NameValue parameter(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new NameValue(decode(pair), "")
                : new NameValue(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded; // a malformed query is recorded, too
        }
    }

    private static int size(@Nullable String body) {
        return body == null ? 0 : body.getBytes(StandardCharsets.UTF_8).length;
    }
}
