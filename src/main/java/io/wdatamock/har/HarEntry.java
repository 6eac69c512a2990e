package io.wdatamock.har;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.wdatamock.wire.VendorOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response. The fields that begin with an underscore are those of the journal, which the format
 * permits. A size of -1 means that it is not known.
 *
 * @param time the duration in milliseconds; zero until the response
 * @param cache empty, because the server caches no responses
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HarEntry(
        Instant startedDateTime,
        double time,
        Request request,
        Response response,
        Map<String, String> cache,
        Timings timings,
        @JsonProperty("_seq") long seq,
        @JsonProperty("_operation") @Nullable VendorOperation operation,
        @JsonProperty("_faultId") @Nullable String faultId,
        @JsonProperty("_explanation") @Nullable String explanation,
        @JsonProperty("_truncated") @Nullable Boolean truncated) {

    /** The request; {@code postData} is null if it has no body. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(
            String method,
            String url,
            String httpVersion,
            List<NameValue> cookies,
            List<NameValue> headers,
            List<NameValue> queryString,
            @Nullable PostData postData,
            int headersSize,
            int bodySize) {}

    /** The response; a {@code status} of 0 means that there is none. */
    record Response(
            int status,
            String statusText,
            String httpVersion,
            List<NameValue> cookies,
            List<NameValue> headers,
            Content content,
            String redirectURL,
            int headersSize,
            int bodySize) {}

    /** The body of a request. */
    record PostData(String mimeType, String text) {}

    /** The body of a response; {@code text} is null if it has none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(int size, String mimeType, @Nullable String text) {}

    /** The parts of {@link #time}, in milliseconds. */
    record Timings(double send, @JsonProperty("wait") double waiting, double receive) {}
}
