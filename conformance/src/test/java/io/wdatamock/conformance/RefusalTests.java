package io.wdatamock.conformance;

import static io.wdatamock.conformance.Call.get;
import static io.wdatamock.conformance.Call.post;
import static io.wdatamock.conformance.Call.segment;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and that it is refused in the shape of errors. */
class RefusalTests {

    private static final String NOBODY = "conformance-nobody";
    private static final String ONE = "[{\"connectionId\": \"%s\"}]".formatted(NOBODY);

    private final Service service = Service.underTest();

    static Stream<Call> everyOperation() {
        return Stream.of(
                get(""),
                get(segment(NOBODY)),
                get(segment(NOBODY) + "/status"),
                post(segment(NOBODY) + "/refresh", "{}"),
                post("/batch/refresh", ONE),
                get("/batch/refresh" + segment(NOBODY)));
    }

    static Stream<Call> whatNamesNobody() {
        return Stream.of(
                get(segment(NOBODY)),
                get(segment(NOBODY) + "/status"),
                post(segment(NOBODY) + "/refresh", "{}"),
                get("/batch/refresh" + segment(NOBODY)));
    }

    static Stream<Call> whatTheContractForbids() {
        String connection = segment(Given.PROPERTIES.connection());
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
                post(segment(NOBODY) + "/refresh", "[]"),
                post(segment(NOBODY) + "/refresh", "{\"sourceParameters\": 1}"));
    }

    @ParameterizedTest
    @MethodSource("everyOperation")
    void whoHasNoTokenIsUnauthorized(Call call) {
        service.answer(call.withoutToken()).expect(401);
    }

    @ParameterizedTest
    @MethodSource("whatNamesNobody")
    void whatDoesNotExistIsNotFound(Call call) {
        Answer answer = service.answer(call).expect(404);

        assertThat(answer.body().isTextual())
                .as("a message in %s", answer.json())
                .isTrue();
    }

    /** How strict the service is with its own contract is not published, but that it keeps to it in its answer. */
    @ParameterizedTest
    @MethodSource("whatTheContractForbids")
    void whatTheContractForbidsIsNoServerError(Call call) {
        Answer answer = service.provoke(call).expect(200, 400, 404);

        if (answer.status() == 400) {
            assertThat(answer.body().isArray())
                    .as("messages in %s", answer.json())
                    .isTrue();
        }
    }

    @Test
    void aHundredEntriesAreTheMost() {
        String entries = String.join(",", Collections.nCopies(101, "{\"connectionId\": \"%s\"}".formatted(NOBODY)));

        service.answer(post("/batch/refresh", "[" + entries + "]")).expect(400, 404);
    }

    @Test
    void aTypeWantsAnId() {
        service.answer(get("").with("sourceType", "wdata_query")).expect(200, 400);
    }
}
