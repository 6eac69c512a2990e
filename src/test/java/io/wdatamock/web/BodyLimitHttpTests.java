package io.wdatamock.web;

import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import io.wdatamock.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's limit for a body: 10 MiB, to the byte, and however the body is sent. */
@HttpTest
class BodyLimitHttpTests {

    private static final int LIMIT = 10_485_760;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBodyOfExactlyTheLimitPasses(boolean chunked, Api api) {
        send(api.refreshOf("instant"), body("{\"sourceParameters\": {\"a\": 1}}", LIMIT), chunked)
                .send()
                .assertOk();
        send(api.post("/api/v1/connections/batch/refresh"), body("[{\"connectionId\": \"instant\"}]", LIMIT), chunked)
                .send()
                .assertOk();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBodyOfOneByteMoreIsRefused(boolean chunked, Api api) {
        String message = "The body is larger than the limit of 10485760 bytes; send a smaller one";

        send(api.refreshOf("instant"), body("{}", LIMIT + 1), chunked).send().assertRefused(413, null, message);
        send(api.post("/api/v1/connections/batch/refresh"), body("[]", LIMIT + 1), chunked)
                .send()
                .assertRefused(413, null, message);
        send(api.request("GET", "/api/v1/connections"), body("{}", LIMIT + 1), chunked)
                .send()
                .assertRefused(413, null, message);
    }

    private static Request send(Request request, byte[] body, boolean chunked) {
        Request typed = request.header("Content-Type", "application/json");
        return chunked ? typed.chunked(body) : typed.body(body);
    }

    /** The JSON with so many spaces behind it. */
    private static byte[] body(String json, int length) {
        byte[] start = json.getBytes(StandardCharsets.US_ASCII);
        byte[] body = Arrays.copyOf(start, length);
        Arrays.fill(body, start.length, length, (byte) ' ');
        return body;
    }
}
