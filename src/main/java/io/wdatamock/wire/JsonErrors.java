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
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in our words what was wrong with a JSON document: the place, the value, and what would be right. */
public final class JsonErrors {

    private static final Map<Class<?>, String> WANTED = Map.of(
            Boolean.class, "true or false",
            String.class, "a string",
            Integer.class, "a whole number",
            Integer.TYPE, "a whole number",
            Double.class, "a number",
            Duration.class, "an ISO 8601 duration such as PT1.5S",
            Instant.class, "an RFC 3339 instant such as 2026-01-31T12:00:00Z");

    /** The field by which JSON tells the alternatives of a sealed interface apart. */
    private static final String TYPE = "type";

    private JsonErrors() {}

    /** What was wrong, as a detail of status 400; {@code document} is what was read, or null if it is no JSON. */
    public static BaseErrorResponseDetail detail(JacksonException error, @Nullable JsonNode document) {
        if (document == null) {
            return ApiException.detail(400, syntax(error), null);
        }
        String path = path(error);
        if (error.getCause() instanceof InvalidFieldException invalid) {
            boolean isWhole = invalid.field().isEmpty();
            String message = isWhole ? path + invalid.getMessage() : child(path, invalid.getMessage());
            return ApiException.detail(400, message, isWhole ? path : child(path, invalid.field()));
        }
        JsonNode value = at(document, error);
        if (error instanceof InvalidTypeIdException unknown && value.isObject()) {
            String type = child(path, TYPE);
            return ApiException.detail(
                    400, "%s %s, but must be %s".formatted(type, given(value.path(TYPE)), alternatives(unknown)), type);
        }
        String place = path.isEmpty() ? "The body" : path;
        return ApiException.detail(400, place + " " + complaint(error, value), path.isEmpty() ? null : path);
    }

    private static String syntax(JacksonException error) {
        if (error instanceof DatabindException) {
            return "The body is not valid JSON: something follows after its end";
        }
        TokenStreamLocation location = error.getLocation();
        String reason = firstLine(error.getOriginalMessage());
        return location == null || location.getLineNr() < 1
                ? "The body is not valid JSON: " + reason
                : "The body is not valid JSON at line %d, column %d: %s"
                        .formatted(location.getLineNr(), location.getColumnNr(), reason);
    }

    private static String complaint(JacksonException error, JsonNode value) {
        if (error instanceof UnrecognizedPropertyException unknown) {
            return "is not a known field; " + known(unknown);
        }
        return given(value) + ", but must be " + wanted(error);
    }

    private static String given(JsonNode value) {
        return value.isMissingNode() ? "is missing" : "was " + Quote.plain(value);
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
        if (error instanceof InputCoercionException) {
            return "a whole number of at most 32 bits";
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

    /** A place in the object at another place; the body itself has none. */
    private static String child(String path, @Nullable String rest) {
        return path.isEmpty() ? String.valueOf(rest) : path + "." + rest;
    }

    private static String path(JacksonException error) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : error.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(Quote.plain(step.getPropertyName()));
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
        return Quote.plain(message.lines()
                .findFirst()
                .orElse("")
                .replaceAll(
                        " ?\\((through reference|start marker at|bound as).*|, from `[^`]*`|`?(java|tools)\\.[\\w.]+`?",
                        ""));
    }
}
