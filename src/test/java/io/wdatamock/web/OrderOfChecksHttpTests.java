package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The first failed check determines the error. */
@HttpTest
class OrderOfChecksHttpTests {

    /** Defects of a refresh, in the order of the checks. */
    enum Defect {
        SANDBOX(400, "names several sandboxes"),
        ROUTE(404, "There is no route"),
        METHOD(405, "The method was PUT"),
        CONTENT_TYPE(415, "The Content-Type was"),
        ACCEPT(406, "The Accept header was"),
        TOKEN(401, "There is no bearer token"),
        RATE(429, "request per second"),
        FAULT(418, "A fault of this sandbox"),
        LENGTH(413, "The body is larger than"),
        CONTENT(400, "connectionId was \\\"other\\\" in the body"),
        EXISTENCE(404, "Workspace \\\"elsewhere\\\" has no connection"),
        FORBIDDEN(403, "may not be used"),
        LOCKED(423, "is locked"),
        ACTIVE(409, "is being refreshed");

        private static final Set<Defect> ACCESS = EnumSet.of(FORBIDDEN, LOCKED);

        private final int status;
        private final String message;

        Defect(int status, String message) {
            this.status = status;
            this.message = message;
        }
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(Defect.values())
                .flatMap(first -> Arrays.stream(Defect.values())
                        .filter(second -> second.compareTo(first) > 0)
                        .filter(second -> !Defect.ACCESS.equals(EnumSet.of(first, second)))
                        .map(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest
    @EnumSource
    void eachDefectAloneIsRejected(Defect defect, ApiClient api) {
        assertRejectedBy(defect, send(EnumSet.of(defect), api));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void earlierOfTwoFailedChecksDeterminesTheError(Defect first, Defect second, ApiClient api) {
        assertRejectedBy(first, send(EnumSet.of(first, second), api));
    }

    @ParameterizedTest
    @EnumSource
    void laterDefectsDoNotMatter(Defect first, ApiClient api) {
        Set<Defect> defects = EnumSet.range(first, Defect.ACTIVE);
        if (first != Defect.LOCKED) {
            defects.remove(Defect.LOCKED);
        }

        assertRejectedBy(first, send(defects, api));
    }

    @Test
    void refreshWithoutDefectsStarts(ApiClient api) {
        send(EnumSet.noneOf(Defect.class), api).assertOk();
    }

    @Test
    void tooLargeChunkedBodyIsRejectedBeforeTheQuery(ApiClient api) {
        byte[] large = new byte[10_485_761];

        api.batchOf("[]", "?cancelUnwritables=yes&cancelUnwritables=no")
                .chunked(large)
                .assertError(413, null, "The body is larger than the limit of 10485760 bytes; send a smaller one");
    }

    @Test
    void faultOfAConnectionDoesNotReadATooLargeBatch(ApiClient api) {
        api.addFault("{'connectionId': 'instant', 'effect': {'type': 'status', 'status': 418}}");

        api.batchOf("[]", "")
                .chunked(new byte[10_485_761])
                .assertError(413, null, "The body is larger than the limit of 10485760 bytes; send a smaller one");
    }

    @Test
    void errorBeforeTheRateLimitDoesNotCountAgainstIt(ApiClient api) {
        api.changeSettings("{'rateLimit': 1}");

        assertRejectedBy(
                Defect.TOKEN, api.refreshOf("instant").without("Authorization").send());
        assertRejectedBy(
                Defect.ACCEPT,
                api.refreshOf("instant").header("Accept", "text/html").send());
        api.refresh("instant").assertOk();
        assertRejectedBy(Defect.RATE, api.refresh("instant"));
    }

    @Test
    void errorBeforeTheFaultsDoesNotConsumeThem(ApiClient api) {
        api.addFault("{'times': 1, 'effect': {'type': 'status', 'status': 418}}");
        api.changeSettings("{'rateLimit': 1}");

        assertRejectedBy(
                Defect.TOKEN, api.refreshOf("instant").without("Authorization").send());
        assertRejectedBy(Defect.FAULT, api.refresh("instant"));
        assertRejectedBy(Defect.RATE, api.refresh("instant"));
    }

    private static void assertRejectedBy(Defect defect, ApiResponse response) {
        assertThat(response.text()).contains(defect.message);
        assertThat(response.status()).isEqualTo(defect.status);
    }

    private static ApiResponse send(Set<Defect> defects, ApiClient api) {
        prepare(defects, api);
        ApiRequest request = api.request(
                defects.contains(Defect.METHOD) ? "PUT" : "POST", "/api/v1/connections/c/" + route(defects));
        request.header("Content-Type", defects.contains(Defect.CONTENT_TYPE) ? "text/plain" : "application/json")
                .header("Accept", defects.contains(Defect.ACCEPT) ? "text/html" : "application/json")
                .body(body(defects));
        if (defects.contains(Defect.SANDBOX)) {
            request.header("X-Wdata-Mock-Sandbox", "another");
        }
        return defects.contains(Defect.TOKEN) ? request.without("Authorization").send() : request.send();
    }

    private static String route(Set<Defect> defects) {
        return defects.contains(Defect.ROUTE) ? "refreshment" : "refresh";
    }

    private static void prepare(Set<Defect> defects, ApiClient api) {
        api.saveConnection(connection("open"));
        if (defects.contains(Defect.ACTIVE)) {
            api.refresh("c").assertOk();
        }
        if (defects.contains(Defect.FORBIDDEN) || defects.contains(Defect.LOCKED)) {
            api.saveConnection(connection(defects.contains(Defect.FORBIDDEN) ? "forbidden" : "locked"));
        }
        if (defects.contains(Defect.RATE)) {
            api.changeSettings("{'rateLimit': 1}");
            api.list("").assertOk();
        }
        if (defects.contains(Defect.FAULT)) {
            api.addFault("{'effect': {'type': 'status', 'status': 418}}");
        }
    }

    private static String connection(String access) {
        return """
                {"connectionId": "c", "workspaceId": "w", "access": "%s", "created": "2026-01-01T00:00:00Z"}""".formatted(access);
    }

    private static String body(Set<Defect> defects) {
        return """
                {"connectionId": "%s", "workspaceId": "%s", "sourceParameters": {"padding": "%s"}}""".formatted(
                        defects.contains(Defect.CONTENT) ? "other" : "c",
                        defects.contains(Defect.EXISTENCE) ? "elsewhere" : "w",
                        " ".repeat(defects.contains(Defect.LENGTH) ? 10_485_760 : 1));
    }
}
