package io.wdatamock.wire;

import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * A value in a JSON document, reduced to what error messages quote.
 *
 * @param text the beginning of the value as JSON; null if the document has no such value
 * @param type the beginning of its field {@code type}; null if it has none
 */
record FoundValue(
        @Nullable String text, boolean isObject, @Nullable String type) {

    /** The field that distinguishes the alternatives of a sealed interface in JSON. */
    static final String TYPE = "type";

    private static final FoundValue MISSING = new FoundValue(null, false, null);

    /** The number of characters kept, which is more than messages quote. */
    private static final int LONGEST = 200;

    private static final JsonFactory PLAIN = new JsonFactory();

    static FoundValue of(JsonNode value) {
        return new FoundValue(text(value), value.isObject(), text(value.path(TYPE)));
    }

    private static @Nullable String text(JsonNode value) {
        return value.isMissingNode() ? null : value.toString();
    }

    /** Reads a document to its end and returns the value at the path. */
    static FoundValue find(JsonParser parser, List<JacksonException.Reference> path) {
        parser.nextToken();
        return find(parser, path, 0);
    }

    private static FoundValue find(JsonParser parser, List<JacksonException.Reference> path, int depth) {
        if (depth == path.size()) {
            return read(parser);
        }
        JacksonException.Reference step = path.get(depth);
        FoundValue found = MISSING;
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isOnPath = parser.currentName().equals(step.getPropertyName());
                parser.nextToken();
                found = next(parser, path, depth, isOnPath, found);
            }
        } else if (parser.hasToken(JsonToken.START_ARRAY)) {
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                boolean isOnPath = step.getPropertyName() == null && step.getIndex() == index;
                found = next(parser, path, depth, isOnPath, found);
            }
        }
        return found;
    }

    private static FoundValue next(
            JsonParser parser, List<JacksonException.Reference> path, int depth, boolean isOnPath, FoundValue before) {
        if (isOnPath) {
            return find(parser, path, depth + 1);
        }
        parser.skipChildren();
        return before;
    }

    /** Reads the value at the parser's position to its end. */
    private static FoundValue read(JsonParser parser) {
        boolean isObject = parser.hasToken(JsonToken.START_OBJECT);
        String type = null;
        StringWriter text = new StringWriter();
        JsonGenerator generator = PLAIN.createGenerator(ObjectWriteContext.empty(), text);
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            if (text.getBuffer().length() < LONGEST) {
                copy(token, parser, generator);
                generator.flush();
            }
            if (isObject && depth == 1 && token.isScalarValue() && TYPE.equals(parser.currentName())) {
                type = scalar(token, parser);
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0 && parser.nextToken() != null);
        return new FoundValue(text.toString(), isObject, type);
    }

    private static String scalar(JsonToken token, JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = PLAIN.createGenerator(ObjectWriteContext.empty(), text)) {
            copy(token, parser, generator);
        }
        return text.toString();
    }

    private static void copy(JsonToken token, JsonParser parser, JsonGenerator generator) {
        if (token == JsonToken.VALUE_STRING) {
            Beginning value = new Beginning();
            parser.getString(value);
            generator.writeString(value.toString());
        } else if (token.isNumeric()) {
            generator.writeNumber(parser.getString());
        } else {
            generator.copyCurrentEvent(parser);
        }
    }

    /** Stores the beginning of a string that may be long. */
    private static final class Beginning extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] characters, int offset, int length) {
            text.append(characters, offset, Math.min(length, LONGEST - text.length()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
