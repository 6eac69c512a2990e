package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A JSON object kept as text, so that what a client sent goes back with every digit, null and character it had.
 *
 * @param text the object as JSON
 */
@JsonDeserialize(using = JsonObjectDeserializer.class)
public record JsonObject(@JsonValue @JsonRawValue String text) {

    public static final JsonObject EMPTY = new JsonObject("{}");

    /** The object with these members. */
    public static JsonObject of(Map<String, ?> members) {
        return new JsonObject(WireJson.MAPPER.writeValueAsString(members));
    }
}
