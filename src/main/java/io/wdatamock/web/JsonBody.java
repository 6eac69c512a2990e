package io.wdatamock.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.BaseErrorResponseDetail;
import io.wdatamock.wire.JsonErrors;
import io.wdatamock.wire.WireJson;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;

/** Reads JSON bodies, with the tolerances that lenient validation allows. */
final class JsonBody {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final TypeReference<List<@Nullable Entry>> ENTRIES = new TypeReference<>() {};

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Entry(@Nullable String connectionId) {}

    private JsonBody() {}

    /** The body as a value of this type, or 400. */
    static Object read(Exchange exchange, @Nullable String contentType, Type type) {
        Tolerance tolerance = new Tolerance(exchange);
        String json = tolerate(text(exchange.body()), contentType, tolerance);
        Object value = parse(json, type, tolerance);
        tolerance.refuseIfStrict();
        return value;
    }

    private static String tolerate(String json, @Nullable String contentType, Tolerance tolerance) {
        if (json.isEmpty()) {
            tolerance.allow(null, "The body is empty", "counts as {}", "send a JSON document");
            return "{}";
        }
        if (contentType == null) {
            tolerance.allow(null, "The Content-Type is missing", "the body was read as JSON", "send application/json");
        }
        if (json.startsWith(BYTE_ORDER_MARK)) {
            tolerance.allow(null, "The body begins with a byte order mark", "it was ignored", "leave it out");
            return json.substring(BYTE_ORDER_MARK.length());
        }
        return json;
    }

    /** The connections that the body of a batch names, as far as it can be read at all. */
    static List<String> connectionIds(RequestBody body) {
        try {
            return WireJson.MAPPER.readValue(text(body), ENTRIES).stream()
                    .filter(Objects::nonNull)
                    .map(Entry::connectionId)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (JacksonException | ApiException e) {
            return List.of();
        }
    }

    /** The body as text: JSON is UTF-8 (RFC 8259, section 8.1), and the parser would be less strict about that. */
    private static String text(RequestBody body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.bytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ApiException.badRequest(null, "The body is not UTF-8, which JSON has to be");
        }
    }

    private static Object parse(String json, Type type, Tolerance tolerance) {
        ObjectReader reader = WireJson.MAPPER
                .readerFor(WireJson.MAPPER.constructType(type))
                .withHandler(new UnknownFields(tolerance));
        try {
            Object value = reader.readValue(json);
            if (value == null) {
                throw ApiException.badRequest(null, "The body was null, but must be a JSON object or array");
            }
            return value;
        } catch (JacksonException e) {
            throw ApiException.badRequest(List.of(reason(e, json)));
        }
    }

    /** A body that is no JSON at all is told so, even if what comes first in it is of the wrong type as well. */
    private static BaseErrorResponseDetail reason(JacksonException error, String json) {
        try {
            return JsonErrors.detail(error, WireJson.MAPPER.readTree(json));
        } catch (JacksonException syntax) {
            return JsonErrors.detail(syntax, null);
        }
    }
}
