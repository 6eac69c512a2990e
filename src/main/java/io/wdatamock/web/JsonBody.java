package io.wdatamock.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.JsonErrors;
import io.wdatamock.wire.WireJson;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Reads JSON bodies, with the tolerances that lenient validation allows. */
final class JsonBody {

    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);
    private static final TypeReference<List<@Nullable Entry>> ENTRIES = new TypeReference<>() {};

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Entry(@Nullable String connectionId) {}

    private JsonBody() {}

    /** The body as a value of this type, or 400. */
    static Object read(Exchange exchange, @Nullable String contentType, Type type) {
        Tolerance tolerance = new Tolerance(exchange);
        byte[] bytes = exchange.body().bytes();
        if (bytes.length == 0) {
            tolerance.allow(null, "The body is empty", "counts as {}", "send a JSON document");
            bytes = EMPTY_OBJECT;
        } else if (contentType == null) {
            tolerance.allow(null, "The Content-Type is missing", "the body was read as JSON", "send application/json");
        }
        Object value = parse(bytes, type, tolerance);
        tolerance.refuseIfStrict();
        return value;
    }

    /** The connections that the body of a batch names, as far as it can be read at all. */
    static List<String> connectionIds(RequestBody body) {
        try {
            return WireJson.MAPPER.readValue(body.bytes(), ENTRIES).stream()
                    .filter(Objects::nonNull)
                    .map(Entry::connectionId)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (JacksonException | ApiException e) {
            return List.of();
        }
    }

    private static Object parse(byte[] bytes, Type type, Tolerance tolerance) {
        ObjectReader reader = WireJson.MAPPER
                .readerFor(WireJson.MAPPER.constructType(type))
                .withHandler(new UnknownFields(tolerance));
        try {
            Object value = reader.readValue(bytes);
            if (value == null) {
                throw ApiException.badRequest(null, "The body was null, but must be a JSON object or array");
            }
            return value;
        } catch (JacksonException e) {
            throw ApiException.badRequest(List.of(JsonErrors.detail(e, tree(bytes))));
        }
    }

    private static @Nullable JsonNode tree(byte[] bytes) {
        try {
            return WireJson.MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            return null;
        }
    }
}
