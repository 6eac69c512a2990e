package io.wdatamock.har;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a JSON document value by value, and reports a value of a wrong type with its place. Objects and arrays that a
 * consumer does not read are skipped. Null counts as absent.
 */
final class JsonCursor {

    private static final String MISSING = "is missing";

    private final JsonParser parser;
    private final StringBuilder place = new StringBuilder();

    /** Creates a cursor before the first value of a document. */
    JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads a whole document, which is an object, and passes on the name of each member. */
    void document(Consumer<String> member) {
        if (parser.nextToken() == null) {
            throw ApiException.badRequest(null, "The body was empty, but must be an object");
        }
        members(member);
        if (parser.nextToken() != null) {
            throw ApiException.badRequest(null, "The body is not valid JSON: something follows after its end");
        }
    }

    /** Reads an object or null, and passes on the name of each member when its value is the current one. */
    void members(Consumer<String> member) {
        if (isNull()) {
            return;
        }
        require(JsonToken.START_OBJECT, "an object");
        int length = place.length();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            place.append(length == 0 ? "" : ".").append(name);
            member.accept(name);
            leave(length);
        }
    }

    /** Reads an array or null, and passes on the index of each element when it is the current value. */
    void elements(IntConsumer element) {
        if (isNull()) {
            return;
        }
        require(JsonToken.START_ARRAY, "an array");
        int length = place.length();
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            place.append('[').append(index).append(']');
            element.accept(index);
            leave(length);
        }
    }

    private void leave(int length) {
        parser.skipChildren(); // of an object or array that was not read
        place.setLength(length);
    }

    /** Returns the place of the current value; empty for the document itself. */
    String place() {
        return place.toString();
    }

    private boolean isNull() {
        return parser.hasToken(JsonToken.VALUE_NULL);
    }

    /** Returns a string; null for null. */
    @Nullable
    String text() {
        if (isNull()) {
            return null;
        }
        require(JsonToken.VALUE_STRING, "a string");
        return parser.getString();
    }

    /** Returns a number as it is written; null for null. */
    @Nullable
    String number() {
        if (isNull()) {
            return null;
        }
        if (!parser.currentToken().isNumeric()) {
            throw unexpected("a number");
        }
        return parser.getString();
    }

    private void require(JsonToken token, String expected) {
        if (!parser.hasToken(token)) {
            throw unexpected(expected);
        }
    }

    private ApiException unexpected(String expected) {
        String found = switch (parser.currentToken()) {
            case START_OBJECT -> "was an object";
            case START_ARRAY -> "was an array";
            case VALUE_STRING -> "was " + Sanitizer.quote(parser.getString());
            default -> "was " + Sanitizer.clean(parser.getString());
        };
        return place.isEmpty()
                ? ApiException.badRequest(null, "The body %s, but must be %s".formatted(found, expected))
                : wrong(place(), found, expected);
    }

    /** Returns the error for a text with a wrong value, or without one. */
    static ApiException wrongText(String place, @Nullable String text, String expected) {
        return wrong(place, text == null ? MISSING : "was " + Sanitizer.quote(text), expected);
    }

    /** Returns the error for a number with a wrong value. */
    static ApiException wrongNumber(String place, String number, String expected) {
        return wrong(place, "was " + Sanitizer.clean(number), expected);
    }

    private static ApiException wrong(String place, String found, String expected) {
        return ApiException.badRequest(place, "%s %s, but must be %s".formatted(place, found, expected));
    }
}
