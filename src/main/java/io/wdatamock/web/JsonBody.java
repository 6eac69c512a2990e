package io.wdatamock.web;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.BaseErrorResponseDetail;
import io.wdatamock.wire.JsonErrors;
import io.wdatamock.wire.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;

/** Reads JSON bodies, with the tolerances that lenient validation allows. */
final class JsonBody {

    private static final long LARGEST_CONTROL_BODY = DataSize.ofMegabytes(10).toBytes();
    private static final long LARGEST_SNAPSHOT = DataSize.ofMegabytes(256).toBytes();
    private static final String EMPTY_OBJECT = "{}";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String CONNECTION_ID = "connectionId";

    private JsonBody() {}

    /** The body as a value of this type, or 400. */
    static Object read(Exchange exchange, @Nullable String contentType, Type type) {
        Tolerance tolerance = new Tolerance(exchange);
        String json = tolerate(text(exchange.body().bytes()), contentType, tolerance);
        Object value = parse(json, WireJson.MAPPER.readerFor(javaType(type)).withHandler(new UnknownFields(tolerance)));
        NullFields.find(json, tolerance);
        tolerance.refuseIfStrict();
        return value;
    }

    private static String tolerate(String json, @Nullable String contentType, Tolerance tolerance) {
        if (json.isEmpty()) {
            tolerance.allow(null, "The body is empty", "counts as {}", "send a JSON document");
            return EMPTY_OBJECT;
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

    /**
     * A body of the control API as a value of this type, or 400. It is JSON whatever its Content-Type; a snapshot, which
     * may be larger, is handed on as bytes.
     */
    static Object readExactly(HttpServletRequest request, Type type, InstantSource realTime) {
        if (type == byte[].class) {
            return new RequestBody(request, LARGEST_SNAPSHOT, realTime).bytes();
        }
        String json = text(new RequestBody(request, LARGEST_CONTROL_BODY, realTime).bytes());
        return parse(json.isEmpty() ? EMPTY_OBJECT : json, WireJson.MAPPER.readerFor(javaType(type)));
    }

    /** The connections that the body of a batch names, as far as it can be read at all: up to where it is broken. */
    static List<String> connectionIds(byte[] body) {
        List<String> connectionIds = new ArrayList<>();
        try (JsonParser parser = WireJson.MAPPER.createParser(body)) {
            int depth = 0;
            boolean isArray = parser.nextToken() == JsonToken.START_ARRAY;
            for (JsonToken token = isArray ? parser.currentToken() : null; token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 2 && token == JsonToken.VALUE_STRING && CONNECTION_ID.equals(parser.currentName())) {
                    connectionIds.add(parser.getString());
                }
            }
        } catch (JacksonException e) {
            return connectionIds;
        }
        return connectionIds;
    }

    /** The body as text: JSON is UTF-8 (RFC 8259, section 8.1), and the parser would be less strict about that. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ApiException.badRequest(null, "The body is not UTF-8, which JSON has to be");
        }
    }

    private static JavaType javaType(Type type) {
        return WireJson.MAPPER.constructType(type);
    }

    private static Object parse(String json, ObjectReader reader) {
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
