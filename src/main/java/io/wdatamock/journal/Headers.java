package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The headers of a request, in their order. They are one text: with maps and lists of them in a thousand entries, the
 * garbage collector would be busy with little else.
 *
 * @param text a line for each value: the name, a colon, the value
 */
public record Headers(String text) {

    private static final char COLON = ':';

    /** Takes down headers one by one; the values of one name follow each other. */
    public static final class Builder {

        private final StringBuilder text = new StringBuilder();

        public void add(String name, String value) {
            text.append(name).append(COLON).append(value).append('\n');
        }

        public Headers build() {
            return new Headers(text.toString());
        }
    }

    /** The values by name. */
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
