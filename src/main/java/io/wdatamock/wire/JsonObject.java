package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.util.RawValue;

/**
 * A JSON object stored as text, so that it is returned with the digits, nulls and escapes that the client sent.
 *
 * @param text the object as JSON
 */
@JsonDeserialize(using = JsonObject.Deserializer.class)
public record JsonObject(@JsonValue @JsonRawValue String text) {

    public static final JsonObject EMPTY = new JsonObject("{}");

    /** Returns an object with a text and a number as members. Faster than a mapper, because every run creates one. */
    public static JsonObject of(String textName, String text, String numberName, long number) {
        return new JsonObject(
                "{" + quoted(textName) + ":" + quoted(text) + "," + quoted(numberName) + ":" + number + "}");
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    /** Reads a {@link JsonObject} token by token. Numbers are copied as they are written. */
    static final class Deserializer extends ValueDeserializer<JsonObject> {

        /** An unpaired surrogate, which has no UTF-8 form and can only be written as an escape. */
        private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

        private static final JsonFactory PLAIN = new JsonFactory();

        @Override
        public JsonObject deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.hasToken(JsonToken.VALUE_EMBEDDED_OBJECT)
                    && parser.getEmbeddedObject() instanceof RawValue raw) {
                return new JsonObject(String.valueOf(raw.rawValue())); // from a tree that contains a JsonObject
            }
            if (!parser.hasToken(JsonToken.START_OBJECT)) {
                return (JsonObject) context.handleUnexpectedToken(JsonObject.class, parser);
            }
            return new JsonObject(
                    context.getAttribute(JsonSource.ATTRIBUTE) instanceof JsonSource source
                            ? copy(parser, source)
                            : copy(parser));
        }

        private static String copy(JsonParser parser) {
            Text text = new Text();
            try (JsonGenerator generator = PLAIN.createGenerator(ObjectWriteContext.empty(), text)) {
                copyValue(parser, generator);
            }
            return text.toString();
        }

        private static String copy(JsonParser parser, JsonSource source) {
            long start = parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            Text text = new Text();
            JsonCopy.copy(source, start, parser.currentLocation().getCharOffset(), text);
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

        private static String escapeSurrogates(String text) {
            return LONE_SURROGATE
                    .matcher(text)
                    .replaceAll(half -> "\\\\u%04x".formatted((int) text.charAt(half.start())));
        }

        /** Collects text in parts. A buffer that doubles would need three times the memory of a long text. */
        private static final class Text extends Writer {

            private static final int LONGEST_PART = 32 << 10;

            private final List<String> parts = new ArrayList<>(1);
            private StringBuilder part = new StringBuilder();

            @Override
            public void write(int character) {
                part.append((char) character);
                endLongPart();
            }

            @Override
            public void write(String characters) {
                part.append(characters);
                endLongPart();
            }

            @Override
            public void write(char[] characters, int offset, int length) {
                part.append(characters, offset, length);
                endLongPart();
            }

            private void endLongPart() {
                if (part.length() > LONGEST_PART && !Character.isHighSurrogate(part.charAt(part.length() - 1))) {
                    endPart();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}

            @Override
            public String toString() {
                if (!part.isEmpty()) {
                    endPart();
                }
                return parts.size() == 1 ? parts.get(0) : String.join("", parts);
            }

            private void endPart() {
                parts.add(escapeSurrogates(part.toString()));
                part = new StringBuilder();
            }
        }
    }
}
