package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The headers of a request, in order. They are one text, because maps and lists in a thousand entries would burden the
 * garbage collector.
 *
 * @param text a line for each value: the name, a colon, the value
 */
public record Headers(String text) {

    private static final char COLON = ':';

    /** Builds headers; the values of one name must be added in sequence. */
    public static final class Builder {

        private final StringBuilder text = new StringBuilder();

        public void add(String name, String value) {
            text.append(name).append(COLON).append(value).append('\n');
        }

        public Headers build() {
            return new Headers(text.toString());
        }
    }

    /** Returns the values by name. */
    @JsonValue
    public Map<String, List<String>> toMap() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int colon = line.indexOf(COLON);
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1));
        });
        return headers;
    }
}
