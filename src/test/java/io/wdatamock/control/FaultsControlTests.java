package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Creation, list and deletion of faults. */
@HttpTest
class FaultsControlTests {

    private static final String TEAPOT = "{\"effect\": {\"type\": \"status\", \"status\": 418}}";

    @Test
    void newFaultHasAnIdAndNoHits(ControlClient control) {
        ApiResponse made = control.post("/faults", """
                {"operation": "getConnection", "connectionId": "slow", "skip": 1, "times": 2, "probability": 0.5,
                 "when": "after", "effect": {"type": "status", "status": 503, "message": "Down", "retryAfter": "PT1.5S"}}
                """).assertStatus(201);

        assertThat(made.text()).isEqualTo("""
                        {"id":"%s","matches":0,"hits":0,"operation":"getConnection","connectionId":"slow","skip":1,\
                        "times":2,"probability":0.5,"when":"after","effect":{"type":"status","status":503,\
                        "message":"Down","retryAfter":"PT1.5S"}}""".formatted(made.at("/id")));
        assertThat(control.get("/faults")
                        .entries("faults")
                        .map(Object::toString)
                        .toList())
                .last()
                .isEqualTo(made.text());
    }

    @Test
    void onlyTheEffectIsRequired(ApiClient api) {
        ApiResponse made = api.control().post("/faults", TEAPOT);

        assertThat(made.text()).isEqualTo("""
                        {"id":"%s","matches":0,"hits":0,"skip":0,"probability":1.0,"when":"before",\
                        "effect":{"type":"status","status":418}}""".formatted(made.at("/id")));
        api.list("").assertStatus(418);
    }

    @Test
    void hitsAreCounted(ApiClient api, ControlClient control) {
        control.delete("/faults");
        control.post("/faults", TEAPOT.replace("}}", "}, \"skip\": 1, \"times\": 2}"));

        for (int request = 0; request < 5; request++) {
            api.list("");
        }

        ApiResponse faults = control.get("/faults");
        assertThat(List.of(faults.at("/faults/0/matches"), faults.at("/faults/0/hits")))
                .containsExactly("5", "2");
    }

    @Test
    void faultsAreListedOldestFirst(ControlClient control) {
        List<String> seeded = control.get("/faults").each("faults", "id");

        String first = control.post("/faults", TEAPOT).at("/id");
        String second = control.post("/faults", TEAPOT).at("/id");

        assertThat(control.get("/faults").each("faults", "id"))
                .hasSize(seeded.size() + 2)
                .startsWith(seeded.toArray(String[]::new))
                .endsWith(first, second);
    }

    @Test
    void oneFaultIsDeleted(ApiClient api, ControlClient control) {
        List<String> before = control.get("/faults").each("faults", "id");
        String id = control.post("/faults", TEAPOT).at("/id");

        ApiResponse response = control.delete("/faults/" + id).assertStatus(204);
        assertThat(response.text()).isEmpty();
        assertThat(control.get("/faults").each("faults", "id")).isEqualTo(before);
        api.list("").assertOk();
        control.assertRejects(
                control.request("DELETE", "/faults/" + id),
                404,
                "id",
                "There is no fault \"%s\"; GET /__mock/faults lists the existing ones".formatted(id));
    }

    @Test
    void deletingAllFaultsIncludesThoseOfTheSeed(ApiClient api, ControlClient control) {
        control.post("/faults", TEAPOT);
        api.refresh("rate-limited").assertStatus(429);

        control.delete("/faults").assertStatus(204);
        control.delete("/faults").assertStatus(204);

        assertThat(control.get("/faults").text()).isEqualTo("{\"faults\":[]}");
        api.refresh("rate-limited").assertOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'truncate'", "'malformed'", "'slow', 'over': '1s'"})
    void changesOfTheBodyAreAlwaysAfterTheOperation(String effect, ControlClient control) {
        ApiResponse made = control.post("/faults", "{'when': 'before', 'effect': {'type': %s}}".formatted(effect));

        assertThat(made.at("/when")).isEqualTo("after");
    }

    @Test
    void profileAddsAllItsFaults(ApiClient api, ControlClient control) {
        control.delete("/faults");

        ApiResponse added =
                control.request("POST", "/faults?profile=maintenance").send().assertStatus(201);

        assertThat(control.get("/faults").text()).isEqualTo(added.text());
        ApiResponse response = api.list("").assertError(503, null, "The service is down for maintenance");
        assertThat(response.header("Retry-After")).isEqualTo("120");
        api.token("grant_type=client_credentials&client_id=a&client_secret=b").assertStatus(503);
    }

    @Test
    void everyListedProfileCanBeAdded(ControlClient control) {
        ApiResponse profiles = control.get("/fault-profiles");

        assertThat(profiles.each("profiles", "name")).containsExactly("flaky-network", "overloaded", "maintenance");
        assertThat(profiles.each("profiles", "description")).doesNotContain("");
        profiles.each("profiles", "name")
                .forEach(name -> control.request("POST", "/faults?profile=" + name)
                        .send()
                        .assertStatus(201));
    }

    @Test
    void profileIsAddedWholeOrNotAtAll(ControlClient control) {
        for (int i = control.get("/faults").each("faults", "id").size(); i < 999; i++) {
            control.post("/faults", TEAPOT).assertStatus(201);
        }

        control.assertRejects(
                control.request("POST", "/faults?profile=maintenance"),
                400,
                "faults",
                "This sandbox has 999 faults, but must have at most 1000; delete some");
    }

    @Test
    void unknownProfileIsRejected(ControlClient control) {
        control.assertRejects(
                control.request("POST", "/faults?profile=slow"),
                400,
                "profile",
                "profile was \"slow\", but must be one of flaky-network, overloaded, maintenance");
    }

    @Test
    void profileWithABodyIsRejected(ControlClient control) {
        control.assertRejects(
                control.request("POST", "/faults?profile=maintenance").body(TEAPOT),
                400,
                "profile",
                "profile was \"maintenance\", but there is a body too; send one of them");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                        | effect | effect is missing; a fault needs one
            {"effect": null}          | effect | effect is missing; a fault needs one
            {"effect": "hold"}        | effect | effect was "hold", but must be an object
            {"effect": {}}            | effect.type | effect.type is missing, but must be one of status, delay, \
            disconnect, truncate, slow, malformed, hold
            {"effect": {"type": "x"}} | effect.type | effect.type was "x", but must be one of status, delay, disconnect, \
            truncate, slow, malformed, hold
            {"effect": {"type": "hold", "for": "PT1S"}}   | effect.for    | effect.for is not a known field; there is \
            none
            {"effect": {"type": "status"}}                | effect.status | effect.status is missing, but must be a \
            whole number
            {"effect": {"type": "status", "status": 200}} | effect.status | effect.status was 200, but must be from 400 \
            to 599
            {"effect": {"type": "status", "status": 600}} | effect.status | effect.status was 600, but must be from 400 \
            to 599
            {"effect": {"type": "status", "status": "503"}} | effect.status | effect.status was "503", but must be a \
            whole number
            {"effect": {"type": "status", "status": 503, "message": 1}} | effect.message | effect.message was 1, but \
            must be a string
            {"effect": {"type": "status", "status": 503, "retryAfter": 1}} | effect.retryAfter | effect.retryAfter was \
            1, but must be a duration such as 500ms, 2s or PT1.5S
            {"effect": {"type": "status", "status": 503, "retryAfter": "PT-1S"}} | effect.retryAfter | \
            effect.retryAfter was PT-1S, but must be from PT0S to P365D
            {"effect": {"type": "delay"}}                 | effect.for    | effect.for is missing, but must be a \
            duration such as 500ms, 2s or PT1.5S
            {"effect": {"type": "delay", "for": "PT10M0.001S"}} | effect.for | effect.for was PT10M0.001S, but must be \
            from PT0S to PT10M
            {"effect": {"type": "delay", "for": "1s", "p99": "2s"}} | effect.for | effect.for comes with median or p99, but a \
            delay is either fixed or drawn from a distribution
            {"effect": {"type": "delay", "median": "1s"}} | effect.p99    | effect.p99 is missing, but must be a duration \
            such as 500ms, 2s or PT1.5S
            {"effect": {"type": "delay", "median": "2s", "p99": "1s"}} | effect.median | effect.median was PT2S, but must \
            be more than PT0S and at most p99, which was PT1S
            {"effect": {"type": "slow"}}                  | effect.over   | effect.over is missing, but must be a \
            duration such as 500ms, 2s or PT1.5S
            {"effect": {"type": "slow", "over": "PT0S"}}  | effect.over   | effect.over was PT0S, but must be more than \
            PT0S and at most PT10M
            {"operation": "delete", "effect": {"type": "hold"}} | operation | operation was "delete", but must be one of \
            listConnections, getConnection, refreshConnection, getRefreshStatus, refreshBatch, getRefreshBatchStatus, \
            issueToken
            {"connectionId": 1, "effect": {"type": "hold"}}    | connectionId | connectionId was 1, but must be a string
            {"skip": -1, "effect": {"type": "hold"}}           | skip        | skip was -1, but must not be negative
            {"skip": 0.5, "effect": {"type": "hold"}}          | skip        | skip was 0.5, but must be a whole number
            {"times": 0, "effect": {"type": "hold"}}           | times       | times was 0, but must be at least 1
            {"times": 3000000000, "effect": {"type": "hold"}}  | times       | times was 3000000000, but must be a whole \
            number of at most 32 bits
            {"probability": 1.1, "effect": {"type": "hold"}}   | probability | probability was 1.1, but must be from 0 \
            to 1
            {"probability": -0.1, "effect": {"type": "hold"}}  | probability | probability was -0.1, but must be from 0 \
            to 1
            {"probability": "1", "effect": {"type": "hold"}}   | probability | probability was "1", but must be a number
            {"when": "during", "effect": {"type": "hold"}}     | when        | when was "during", but must be one of \
            before, after
            {"id": "mine", "effect": {"type": "hold"}}         | id          | id is not a known field; known are \
            connectionId, effect, operation, pending, probability, skip, times, when
            """)
    void invalidFaultsAreRejected(String body, String target, String message, ApiClient api) {
        api.control().assertRejectsPost("/faults", body, target, message);
    }
}
