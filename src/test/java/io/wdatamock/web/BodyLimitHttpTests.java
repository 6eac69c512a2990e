package io.wdatamock.web;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.HttpTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's limit of 10 MiB for a body, with a content length and chunked. */
@HttpTest
class BodyLimitHttpTests {

    private static final int LIMIT = 10_485_760;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bodyOfExactlyTheLimitIsAccepted(boolean chunked, ApiClient api) {
        send(api.refreshOf("instant"), body("{\"sourceParameters\": {\"a\": 1}}", LIMIT), chunked)
                .assertOk();
        send(api.post("/api/v1/connections/batch/refresh"), body("[{\"connectionId\": \"instant\"}]", LIMIT), chunked)
                .assertOk();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bodyOfOneByteMoreGets413(boolean chunked, ApiClient api) {
        String message = "The body is larger than the limit of 10485760 bytes; send a smaller one";

        send(api.refreshOf("instant"), body("{}", LIMIT + 1), chunked).assertError(413, null, message);
        send(api.post("/api/v1/connections/batch/refresh"), body("[]", LIMIT + 1), chunked)
                .assertError(413, null, message);
        send(api.request("GET", "/api/v1/connections"), body("{}", LIMIT + 1), chunked)
                .assertError(413, null, message);
    }

    private static ApiRequest send(ApiRequest request, byte[] body, boolean chunked) {
        ApiRequest typed = request.header("Content-Type", "application/json");
        return chunked ? typed.chunked(body) : typed.body(body);
    }

    /** JSON padded with spaces. */
    private static byte[] body(String json, int length) {
        byte[] start = json.getBytes(StandardCharsets.US_ASCII);
        byte[] body = Arrays.copyOf(start, length);
        Arrays.fill(body, start.length, length, (byte) ' ');
        return body;
    }
}
