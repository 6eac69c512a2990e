package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A JSON object kept as text, so that what a client sent goes back with every digit, null and character it had.
 *
 * @param text the object as JSON
 */
@JsonDeserialize(using = JsonObjectDeserializer.class)
public record JsonObject(@JsonValue @JsonRawValue String text) {

    public static final JsonObject EMPTY = new JsonObject("{}");

    /** The object with a text and a number as its members. A mapper would take longer to begin than this takes. */
    public static JsonObject of(String textName, String text, String numberName, long number) {
        return new JsonObject(
                "{" + quoted(textName) + ":" + quoted(text) + "," + quoted(numberName) + ":" + number + "}");
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
