package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Describes an error in a JSON document: the location, the value, and the expected value. */
public final class JsonErrors {

    private static final Map<Class<?>, String> WANTED = Map.of(
            Boolean.class, "true or false",
            String.class, "a string",
            Integer.class, "a whole number",
            Integer.TYPE, "a whole number",
            Long.class, "a whole number",
            Double.class, "a number",
            Duration.class, "a duration such as 500ms, 2s or PT1.5S",
            Instant.class, "an RFC 3339 instant such as 2026-01-31T12:00:00Z");

    private static final String SOMETHING_FOLLOWS = "The body is not valid JSON: something follows after its end";

    private JsonErrors() {}

    /**
     * Returns the detail of a 400 response; {@code document} is the parsed document, or null if it is not valid JSON.
     */
    public static BaseErrorResponseDetail detail(JacksonException error, @Nullable JsonNode document) {
        if (document == null) {
            return ApiException.detail(400, syntax(error), null);
        }
        return detail(error, FoundValue.of(at(document, error)));
    }

    /**
     * Returns the detail for a document that is too long for a tree. The parser is positioned before the document and
     * is closed.
     *
     * @throws JacksonException if the document is not valid JSON
     */
    public static BaseErrorResponseDetail detail(JacksonException error, JsonParser document) {
        try (JsonParser parser = document) {
            FoundValue found = FoundValue.find(parser, error.getPath());
            return parser.nextToken() == null
                    ? detail(error, found)
                    : ApiException.detail(400, SOMETHING_FOLLOWS, null);
        }
    }

    private static BaseErrorResponseDetail detail(JacksonException error, FoundValue value) {
        String path = path(error);
        if (error.getCause() instanceof InvalidFieldException invalid) {
            boolean isWhole = invalid.field().isEmpty();
            String message = isWhole ? path + invalid.getMessage() : child(path, invalid.getMessage());
            return ApiException.detail(400, message, isWhole ? path : child(path, invalid.field()));
        }
        if (error instanceof InvalidTypeIdException unknown && value.isObject()) {
            String type = child(path, FoundValue.TYPE);
            return ApiException.detail(
                    400, "%s %s, but must be %s".formatted(type, given(value.type()), alternatives(unknown)), type);
        }
        String place = path.isEmpty() ? "The body" : path;
        return ApiException.detail(400, place + " " + complaint(error, value), path.isEmpty() ? null : path);
    }

    private static String syntax(JacksonException error) {
        if (error instanceof DatabindException) {
            return SOMETHING_FOLLOWS;
        }
        if (error instanceof StreamConstraintsException
                && error.getOriginalMessage().startsWith("Token count")) {
            return "The body has more than %d JSON tokens (names, values and brackets); send a smaller one"
                    .formatted(WireJson.MAX_TOKENS);
        }
        TokenStreamLocation location = error.getLocation();
        String reason = firstLine(error.getOriginalMessage());
        return location == null || location.getLineNr() < 1
                ? "The body is not valid JSON: " + reason
                : "The body is not valid JSON at line %d, column %d: %s"
                        .formatted(location.getLineNr(), location.getColumnNr(), reason);
    }

    private static String complaint(JacksonException error, FoundValue value) {
        if (error instanceof UnrecognizedPropertyException unknown) {
            return "is not a known field; " + known(unknown);
        }
        return given(value.text()) + ", but must be " + wanted(error);
    }

    private static String given(@Nullable String value) {
        return value == null ? "is missing" : "was " + Sanitizer.clean(value);
    }

    private static String alternatives(InvalidTypeIdException error) {
        JsonSubTypes alternatives = error.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class);
        return oneOf(Arrays.stream(alternatives.value()).map(JsonSubTypes.Type::name));
    }

    private static String known(UnrecognizedPropertyException unknown) {
        String known = unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "there is none" : "known are " + known;
    }

    private static String wanted(JacksonException error) {
        if (error instanceof InputCoercionException coercion) {
            boolean isLong = coercion.getTargetType() == Long.TYPE;
            return "a whole number of at most %d bits".formatted(isLong ? 64 : 32);
        }
        if (error instanceof InvalidTypeIdException) {
            return "an object";
        }
        Class<?> type = error instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return oneOf(Arrays.stream(type.getEnumConstants()).map(Object::toString));
        }
        return Collection.class.isAssignableFrom(type) ? "an array" : WANTED.getOrDefault(type, "an object");
    }

    private static String oneOf(Stream<String> names) {
        return names.collect(Collectors.joining(", ", "one of ", ""));
    }

    /** Appends a path to the path of an object; the body itself has an empty path. */
    private static String child(String path, @Nullable String rest) {
        return path.isEmpty() ? String.valueOf(rest) : path + "." + rest;
    }

    private static String path(JacksonException error) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : error.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(Sanitizer.clean(step.getPropertyName()));
            }
        }
        return path.toString();
    }

    private static JsonNode at(JsonNode document, JacksonException error) {
        JsonNode node = document;
        for (JacksonException.Reference step : error.getPath()) {
            node = step.getPropertyName() == null ? node.path(step.getIndex()) : node.path(step.getPropertyName());
        }
        return node;
    }

    private static String firstLine(String message) {
        return Sanitizer.clean(message.lines()
                .findFirst()
                .orElse("")
                .replaceAll(
                        " ?\\((through reference|start marker at|bound as).*|, from `[^`]*`|`?(java|tools)\\.[\\w.]+`?",
                        ""));
    }
}
