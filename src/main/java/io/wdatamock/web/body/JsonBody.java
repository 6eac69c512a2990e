package io.wdatamock.web.body;

import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.memory.Segments;
import io.wdatamock.refresh.BatchEntries;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.BaseErrorResponseDetail;
import io.wdatamock.wire.JsonErrors;
import io.wdatamock.wire.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Reads JSON bodies, with the deviations that lenient validation permits. */
public final class JsonBody {

    private static final long LARGEST_CONTROL_BODY = DataSize.ofMegabytes(10).toBytes();
    private static final long LARGEST_SNAPSHOT = DataSize.ofMegabytes(256).toBytes();
    private static final String EMPTY_OBJECT = "{}";

    private static final ObjectReader UNBOUNDED =
            WireJson.MAPPER.reader().without(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private JsonBody() {}

    /**
     * Returns the body of a request to the vendor's API as a value of this type. Frees the memory of the body.
     *
     * @throws ApiException with 400 if it is not such a value
     */
    public static Object read(RequestBody body, Tolerance tolerance, Type type) throws IOException {
        JsonText json = tolerate(JsonText.of(body.content()), body.contentType(), tolerance);
        JavaType wanted = javaType(type);
        Object value = parse(json, WireJson.BODIES.readerFor(wanted).withHandler(new UnknownFields(tolerance)), wanted);
        NullFields.find(json, tolerance);
        tolerance.refuseIfStrict();
        if (wanted.isCollectionLikeType()) {
            body.connectionIds(); // the body of a batch, which is about to be discarded
        }
        body.discard();
        return value;
    }

    private static JsonText tolerate(JsonText json, @Nullable String contentType, Tolerance tolerance) {
        if (json.isEmpty()) {
            tolerance.allow(null, "The body is empty", "counts as {}", "send a JSON document");
            return JsonText.of(EMPTY_OBJECT);
        }
        if (contentType == null) {
            tolerance.allow(null, "The Content-Type is missing", "the body was read as JSON", "send application/json");
        }
        if (json.hasByteOrderMark()) {
            tolerance.allow(null, "The body begins with a byte order mark", "it was ignored", "leave it out");
            return json.withoutByteOrderMark();
        }
        return json;
    }

    /**
     * Returns the body of a request to the control API as a value of this type, or throws 400. The Content-Type is
     * ignored. A snapshot, which may be larger, is returned as bytes.
     */
    public static Object readExactly(
            HttpServletRequest request, Type type, InFlightRequest inFlight, InstantSource realTime) {
        if (type == Segments.class) {
            return new RequestBody(request, LARGEST_SNAPSHOT, inFlight, realTime).content();
        }
        RequestBody body = new RequestBody(request, LARGEST_CONTROL_BODY, inFlight, realTime);
        JsonText json = JsonText.of(body.content());
        JavaType wanted = javaType(type);
        return parse(json.isEmpty() ? JsonText.of(EMPTY_OBJECT) : json, WireJson.BODIES.readerFor(wanted), wanted);
    }

    private static JavaType javaType(Type type) {
        return WireJson.MAPPER.constructType(type);
    }

    private static Object parse(JsonText json, ObjectReader reader, JavaType wanted) {
        try {
            Object value = json.read(reader);
            if (value == null) {
                throw ApiException.badRequest(null, "The body was null, but must be a JSON object or array");
            }
            return value;
        } catch (JacksonException e) {
            if (e instanceof StreamConstraintsException && wanted.isCollectionLikeType()) {
                BatchEntries.requireSize(countEntries(json));
            }
            throw ApiException.badRequest(List.of(reason(e, json)));
        }
    }

    /** Counts the entries of an array that is too long to be read; 1 if they cannot be counted. */
    private static int countEntries(JsonText json) {
        int count = 0;
        try (JsonParser parser = json.parser(UNBOUNDED)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    parser.skipChildren();
                    count++;
                }
            }
            return Math.max(count, 1);
        } catch (JacksonException e) {
            return 1;
        }
    }

    /** Returns the error of a body. A syntax error takes precedence over a wrong type before it. */
    private static BaseErrorResponseDetail reason(JacksonException error, JsonText json) {
        try {
            String text = json.shortText();
            return text == null
                    ? JsonErrors.detail(error, json.parser(WireJson.BODIES.reader()))
                    : JsonErrors.detail(error, WireJson.BODIES.readTree(text));
        } catch (JacksonException syntax) {
            return JsonErrors.detail(syntax, (JsonNode) null);
        }
    }
}
