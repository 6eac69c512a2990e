package io.wdatamock.har;

import io.wdatamock.memory.Segments;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.JsonErrors;
import io.wdatamock.wire.WireJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * Reads the exchanges of a HAR file entry by entry, so that the memory needed beside the result is that of one entry.
 * Unknown fields are ignored.
 */
public final class HarReader {

    /** The maximum number of entries of a file. */
    public static final int MAX_ENTRIES = 10_000;

    private static final String ENTRIES = "log.entries";

    /** Does not look for duplicate names, because it would have to store the names of unknown fields. */
    private static final ObjectReader JSON =
            WireJson.MAPPER.reader().without(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private final JsonCursor json;
    private final Predicate<URI> wanted;
    private final List<RecordedExchange> exchanges = new ArrayList<>();
    private int others;
    private boolean hasEntries;

    private HarReader(JsonCursor json, Predicate<URI> wanted) {
        this.json = json;
        this.wanted = wanted;
    }

    /**
     * Reads the exchanges whose URLs are wanted, and counts the others.
     *
     * @throws ApiException with 400 if it is not a HAR file, if an entry has no method or absolute URL, or if a wanted
     *     entry has an invalid value; the target is its place, such as {@code log.entries[3].request.url}
     */
    public static Recording read(Segments har, Predicate<URI> wanted) {
        try (JsonParser parser = JSON.createParser(har.inputStream())) {
            return new HarReader(new JsonCursor(parser), wanted).read();
        } catch (JacksonException e) {
            throw ApiException.badRequest(List.of(JsonErrors.detail(e, (JsonNode) null)));
        }
    }

    private Recording read() {
        json.document(member -> {
            if (member.equals("log")) {
                json.members(this::readLog);
            }
        });
        if (!hasEntries) {
            throw JsonCursor.wrongText(ENTRIES, null, "an array");
        }
        return new Recording(exchanges, others);
    }

    private void readLog(String member) {
        if (member.equals("entries")) {
            exchanges.clear(); // of an earlier member with the same name
            others = 0;
            json.elements(this::readEntry);
            hasEntries = true;
        }
    }

    private void readEntry(int index) {
        if (index == MAX_ENTRIES) {
            throw ApiException.badRequest(
                    ENTRIES, "%s has more than %d entries, but must have at most %2$d".formatted(ENTRIES, MAX_ENTRIES));
        }
        EntryReader entry = new EntryReader(json, index);
        URI url = entry.read();
        if (wanted.test(url)) {
            exchanges.add(entry.exchange(url));
        } else {
            others++;
        }
    }
}
