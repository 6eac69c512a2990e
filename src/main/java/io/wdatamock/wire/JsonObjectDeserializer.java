package io.wdatamock.wire;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a {@link JsonObject} token by token; numbers are copied as they are spelt and never computed with. */
final class JsonObjectDeserializer extends ValueDeserializer<JsonObject> {

    /** Where the surrogates begin: a lone one has no UTF-8 form and can only travel as an escape. */
    private static final int FIRST_SURROGATE = 0xD800;

    private static final JsonFactory PLAIN = new JsonFactory();
    private static final JsonFactory ESCAPING =
            JsonFactory.builder().highestNonEscapedChar(FIRST_SURROGATE - 1).build();

    @Override
    public JsonObject deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            return (JsonObject) context.handleUnexpectedToken(JsonObject.class, parser);
        }
        String text = copy(parser);
        return new JsonObject(isWellFormed(text) ? text : escapeSurrogates(text));
    }

    private static String copy(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = PLAIN.createGenerator(ObjectWriteContext.empty(), text)) {
            copyValue(parser, generator);
        }
        return text.toString();
    }

    private static void copyValue(JsonParser parser, JsonGenerator generator) {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            copyToken(token, parser, generator);
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0 && parser.nextToken() != null);
    }

    private static void copyToken(JsonToken token, JsonParser parser, JsonGenerator generator) {
        if (token.isNumeric()) {
            generator.writeNumber(parser.getString());
        } else {
            generator.copyCurrentEvent(parser);
        }
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String escapeSurrogates(String text) {
        StringWriter escaped = new StringWriter();
        try (JsonParser parser = PLAIN.createParser(ObjectReadContext.empty(), text);
                JsonGenerator generator = ESCAPING.createGenerator(ObjectWriteContext.empty(), escaped)) {
            parser.nextToken();
            copyValue(parser, generator);
        }
        return escaped.toString();
    }
}
