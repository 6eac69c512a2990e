package io.wdatamock.conformance;

import static io.wdatamock.conformance.ApiRequest.get;
import static io.wdatamock.conformance.ApiRequest.post;
import static io.wdatamock.conformance.ApiRequest.segment;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that every server must reject with an error of the documented shape. */
class RejectionTests {

    private static final String UNKNOWN = "conformance-unknown";
    private static final String ONE = "[{\"connectionId\": \"%s\"}]".formatted(UNKNOWN);

    private final Service service = Service.underTest();

    static Stream<ApiRequest> everyOperation() {
        return Stream.of(
                get(""),
                get(segment(UNKNOWN)),
                get(segment(UNKNOWN) + "/status"),
                post(segment(UNKNOWN) + "/refresh", "{}"),
                post("/batch/refresh", ONE),
                get("/batch/refresh" + segment(UNKNOWN)));
    }

    static Stream<ApiRequest> requestsForUnknownIds() {
        return Stream.of(
                get(segment(UNKNOWN)),
                get(segment(UNKNOWN) + "/status"),
                post(segment(UNKNOWN) + "/refresh", "{}"),
                get("/batch/refresh" + segment(UNKNOWN)));
    }

    static Stream<ApiRequest> invalidRequests() {
        String connection = segment(Parameters.FROM_PROPERTIES.connection());
        return Stream.of(
                get("").with("limit", 0),
                get("").with("limit", 1001),
                get("").with("limit", "many"),
                get("").with("offset", -1),
                get("").with("sourceType", "no_such_type").with("sourceId", "x"),
                get(connection).with("workspaceId", "w".repeat(41)),
                get(connection + "/status").with("workspaceId", "w".repeat(41)),
                post("/batch/refresh", ONE).with("cancelUnwritables", "perhaps"),
                post("/batch/refresh", "{}"),
                post(segment(UNKNOWN) + "/refresh", "[]"),
                post(segment(UNKNOWN) + "/refresh", "{\"sourceParameters\": 1}"));
    }

    @ParameterizedTest
    @MethodSource("everyOperation")
    void requestWithoutTokenIsUnauthorized(ApiRequest call) {
        service.send(call.withoutToken()).expect(401);
    }

    @ParameterizedTest
    @MethodSource("requestsForUnknownIds")
    void unknownIdIsNotFound(ApiRequest call) {
        ApiResponse response = service.send(call).expect(404);

        assertThat(response.body().isString())
                .as("a message in %s", response.json())
                .isTrue();
    }

    /** How strictly the service validates requests is not published, but its responses must match the contract. */
    @ParameterizedTest
    @MethodSource("invalidRequests")
    void invalidRequestIsNoServerError(ApiRequest call) {
        ApiResponse response = service.sendInvalid(call).expect(200, 400, 404);

        if (response.status() == 400) {
            assertThat(response.body().isArray())
                    .as("messages in %s", response.json())
                    .isTrue();
        }
    }

    @Test
    void batchOfMoreThanAHundredEntriesIsRejected() {
        String entries = String.join(",", Collections.nCopies(101, "{\"connectionId\": \"%s\"}".formatted(UNKNOWN)));

        service.send(post("/batch/refresh", "[" + entries + "]")).expect(400, 404);
    }

    @Test
    void sourceTypeWithoutSourceIdIsNoServerError() {
        service.send(get("").with("sourceType", "wdata_query")).expect(200, 400);
    }
}
