package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Freezing, setting and advancing the clock. */
@HttpTest
class ClockControlTests {

    private static final String CREDENTIALS = "grant_type=client_credentials&client_id=me&client_secret=s";

    @Test
    void frozenClockStopsRuns(ApiClient api, ControlClient control) {
        String frozen = "{\"now\":\"2026-07-01T00:00:00.000Z\",\"mode\":\"frozen\"}";

        ApiResponse response = control.put("/clock", "{'mode': 'frozen', 'now': '2026-07-01T00:00:00Z'}");

        assertThat(response.text()).isEqualTo(frozen);
        assertThat(api.refresh("slow").at("/body/created")).isEqualTo("2026-07-01T00:00:00.000Z");
        api.status("slow").assertStatuses("not_started", "not_started");
        assertThat(control.get("/clock").text()).isEqualTo(frozen);
    }

    @Test
    void modeAndTimeAreOptional(ControlClient control) {
        String start = control.get("/clock").text();

        assertThat(control.put("/clock", "{}").text()).isEqualTo(start);
        assertThat(control.put("/clock", "").text()).isEqualTo(start);
        assertThat(control.put("/clock", "{'mode': null, 'now': null}").text()).isEqualTo(start);
        assertThat(control.put("/clock", "{'now': '2026-07-01T02:00:00.1239+02:00'}")
                        .text())
                .isEqualTo("{\"now\":\"2026-07-01T00:00:00.123Z\",\"mode\":\"frozen\"}");
        assertThat(control.put("/clock", "{'mode': 'running'}").text())
                .isEqualTo("{\"now\":\"2026-07-01T00:00:00.123Z\",\"mode\":\"running\"}");
        ApiResponse stopped = control.put("/clock", "{'mode': 'frozen'}");
        assertThat(Instant.parse(stopped.at("/now")))
                .isBetween(Instant.parse("2026-07-01T00:00:00.123Z"), Instant.parse("2026-07-01T00:05:00Z"));
        assertThat(control.get("/clock").text()).isEqualTo(stopped.text());
    }

    @Test
    void rateIsKeptWhileTheClockRunsAndInSnapshots(ApiClient api, ControlClient control) {
        ApiResponse fast = control.put("/clock", "{'mode': 'running', 'rate': 10000}");

        assertThat(fast.text()).endsWith("\"mode\":\"running\",\"rate\":10000.0}");
        assertThat(control.post("/clock/advance", "{'by': 'PT1H'}").at("/rate")).isEqualTo("10000.0");
        String snapshot = control.snapshot();
        assertThat(control.put("/clock", "{'mode': 'frozen'}").json().has("rate"))
                .isFalse();
        control.request("PUT", "/snapshot").body(snapshot).send().assertStatus(204);
        assertThat(control.get("/clock").at("/rate")).isEqualTo("10000.0");
        assertThat(control.delete("/clock").json().has("rate")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.09", "10001", "-1", "0"})
    void rateOutsideOfItsRangeIsRejected(double rate, ControlClient control) {
        control.assertRejectsPut(
                "/clock",
                "{'mode': 'running', 'rate': %s}".formatted(rate),
                "rate",
                "rate was %s, but must be from 0.1 to 10000".formatted(rate));
    }

    @Test
    void frozenClockHasNoRate(ControlClient control) {
        String message = "rate was 60.0, but a frozen clock has none; add \"mode\": \"running\"";

        control.assertRejectsPut("/clock", "{'rate': 60}", "rate", message);
        control.assertRejectsPut("/clock", "{'mode': 'frozen', 'rate': 60}", "rate", message);
    }

    @Test
    void instantsInResponsesFollowTheClock(ApiClient api, ControlClient control) {
        control.put("/clock", "{'now': '2030-01-01T00:00:00Z'}");
        String now = "2030-01-01T00:00:00.000Z";

        assertThat(control.put("/connections/new", "{}").at("/created")).isEqualTo(now);
        assertThat(control.get("/connections/new").at("/updated")).isEqualTo(now);
        assertThat(api.refresh("stuck").at("/body/updated")).isEqualTo(now);
        assertThat(api.connection("stuck").at("/body/lastRunDate")).isEqualTo(now);
        ApiResponse batch = api.batch("[{'connectionId': 'instant'}]");
        assertThat(List.of(batch.at("/body/created"), batch.at("/body/updated")))
                .containsOnly(now);
        assertThat(control.get("/runs?connectionId=stuck").entries("runs"))
                .allMatch(run -> run.at("/timeline/0/at").asString().equals(now));
        assertThat(control.requests().at("/requests/0/at")).isEqualTo(now);
    }

    @Test
    void oneHourFinishesEveryTimedRun(ApiClient api, ControlClient control) {
        List<String> connections = List.of("always-succeeds", "slow", "source-fails", "destination-fails");
        connections.forEach(api::refresh);

        control.advanceClock("PT1H");

        assertThat(control.get("/runs").each("runs", "stage")).containsExactly("done", "done", "done", "done");
        assertThat(control.get("/runs").entries("runs"))
                .allMatch(run -> run.path("updated").asString().compareTo("2026-06-01T13:00:00.000Z") < 0);
    }

    @Test
    void runsFollowTheClockToTheMillisecond(ApiClient api, ControlClient control) {
        control.setScripts("instant", "[]");
        api.refresh("instant");

        control.advanceClock("PT0.249S");
        api.status("instant").assertStatuses("not_started", "not_started");
        control.advanceClock("PT0.001S");
        api.status("instant").assertStatuses("running", "not_started");
        control.advanceClock("PT1S");
        api.status("instant").assertStatuses("complete", "running");
        control.advanceClock("PT1S");
        api.status("instant").assertStatuses("complete", "complete");
    }

    @Test
    void tokensExpireByTheClock(ApiClient api, ControlClient control) {
        control.put("/settings", "{'auth': 'issued'}");
        String token = api.token(CREDENTIALS).at("/access_token");

        control.advanceClock("PT9M59.999S");
        api.get("/api/v1/connections").token(token).assertOk();
        control.advanceClock("PT0.001S");

        api.get("/api/v1/connections").token(token).assertStatus(401);
    }

    @Test
    void rateLimitFollowsTheClock(ApiClient api, ControlClient control) {
        control.put("/settings", "{'rateLimit': 1}");
        api.list("").assertOk();
        assertThat(api.list("").header("Retry-After")).isEqualTo("1");

        control.advanceClock("PT1S");

        api.list("").assertOk();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 2026-06-01T12:00:00.000Z",
        "P1DT1H1M1.001S, 2026-06-02T13:01:01.001Z",
        "PT0.0009S, 2026-06-01T12:00:00.000Z",
        "P2912291DT11H59M59.999S, 9999-12-31T23:59:59.999Z"
    })
    void clockAdvancesByAnyDuration(String by, String now, ApiClient api) {
        ApiResponse response = api.control().post("/clock/advance", "{'by': '%s'}".formatted(by));

        assertThat(response.text()).isEqualTo("{\"now\":\"%s\",\"mode\":\"frozen\"}".formatted(now));
    }

    @Test
    void runningClockAdvancesAndContinues(ControlClient control) {
        Instant real = Instant.parse(control.delete("/clock").at("/now"));

        ApiResponse response = control.post("/clock/advance", "{'by': 'P1D'}");

        assertThat(response.at("/mode")).isEqualTo("running");
        assertThat(Instant.parse(response.at("/now")))
                .isBetween(real.plusSeconds(86_400), real.plusSeconds(86_400 + 300));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                            | by is missing, but must be a duration such as 500ms, 2s or PT1.5S
            {"by": null}                  | by is missing, but must be a duration such as 500ms, 2s or PT1.5S
            {"by": 5}                     | by was 5, but must be a duration such as 500ms, 2s or PT1.5S
            {"by": "5 s"}                 | by was "5 s", but must be a duration such as 500ms, 2s or PT1.5S
            {"by": "P1Y"}                 | by was "P1Y", but must be a duration such as 500ms, 2s or PT1.5S
            {"by": "P106751991167301D"}   | by was "P106751991167301D", but must be a duration such as 500ms, 2s or PT1.5S
            {"by": "PT-0.001S"}           | by was PT-0.001S, but must not be negative
            {"by": "P999999999999D"}      | by was PT23999999999976H, which leads beyond the year 9999; advance less
            {"by": "PT9223372036854775807S"} | by was PT2562047788015215H30M7S, which leads beyond the year 9999; \
            advance less
            {"by": "P2912291DT12H"}       | by was PT69894996H, which leads beyond the year 9999; advance less
            """)
    void invalidAdvancesAreRejected(String body, String message, ApiClient api) {
        api.control().assertRejectsPost("/clock/advance", body, "by", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"mode": "stopped"} | mode | mode was "stopped", but must be one of running, frozen
            {"mode": 1}         | mode | mode was 1, but must be one of running, frozen
            {"speed": 2}        | speed | speed is not a known field; known are mode, now, rate
            {"now": 1780315200} | now | now was 1780315200, but must be an RFC 3339 instant such as 2026-01-31T12:00:00Z
            {"now": ""}         | now | now was "", but must be an RFC 3339 instant such as 2026-01-31T12:00:00Z
            {"now": "tomorrow"} | now | now was "tomorrow", but must be an RFC 3339 instant such as 2026-01-31T12:00:00Z
            {"now": "2026-06-01T12:00:00"} | now | now was "2026-06-01T12:00:00", but must be an RFC 3339 instant such \
            as 2026-01-31T12:00:00Z
            {"now": "2026-02-30T12:00:00Z"} | now | now was "2026-02-30T12:00:00Z", but must be an RFC 3339 instant \
            such as 2026-01-31T12:00:00Z
            {"now": "+10000-01-01T00:00:00Z"} | now | now was +10000-01-01T00:00:00Z, but must be in the years 0000 to \
            9999 of UTC
            {"now": "9999-12-31T23:00:00-02:00"} | now | now was +10000-01-01T01:00:00Z, but must be in the years 0000 \
            to 9999 of UTC
            {"now": "-0001-12-31T23:59:59Z"} | now | now was -0001-12-31T23:59:59Z, but must be in the years 0000 to \
            9999 of UTC
            {"now": "-999999999-01-01T00:00:00Z"} | now | now was -999999999-01-01T00:00:00Z, but must be in the years \
            0000 to 9999 of UTC
            """)
    void invalidTimesAreRejected(String body, String target, String message, ApiClient api) {
        api.control().assertRejectsPut("/clock", body, target, message);
    }

    @ParameterizedTest
    @CsvSource({"0000-01-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"})
    void everyYearIsSupported(String now, ApiClient api, ControlClient control) {
        control.put("/clock", "{'now': '%s'}".formatted(now));

        assertThat(control.get("/clock").at("/now")).isEqualTo(now);
        assertThat(api.refresh("slow").at("/body/created")).isEqualTo(now);
        control.put("/settings", "{'rateLimit': 1}");
        api.list("").assertOk();
        api.list("").assertStatus(429);
        api.token(CREDENTIALS).assertStatus(200);
    }

    @ParameterizedTest
    @CsvSource({"run", "batch", "token", "advance", "poll"})
    void clockCannotBeSetBeforeARecordedEvent(String record, ApiClient api, ControlClient control) {
        control.setScripts("slow", "[{'outcome': 'succeed', 'pacing': {'type': 'polled', 'reads': 1}}]");
        api.refresh("slow");
        control.advanceClock("PT5S");
        switch (record) {
            case "run" -> api.refresh("stuck");
            case "batch" -> api.batch("[{'connectionId': 'instant'}]");
            case "token" -> api.token(CREDENTIALS);
            case "advance" -> control.post("/connections/slow/advance", "");
            default -> List.of(1, 2).forEach(poll -> api.status("slow"));
        }
        control.advanceClock("PT5S");

        control.assertRejects(
                control.request("PUT", "/clock").body("{\"now\": \"2026-06-01T12:00:04.999Z\"}"),
                409,
                "now",
                "now was 2026-06-01T12:00:04.999Z, but the sandbox has recorded something at 2026-06-01T12:00:05Z; "
                        + "set a later time or reset the sandbox");
        control.put("/clock", "{'now': '2026-06-01T12:00:05Z'}").assertStatus(200);
    }

    @Test
    void clockSetBackRevertsTheStageOfARun(ApiClient api, ControlClient control) {
        api.refresh("always-succeeds");
        control.advanceClock("PT1H");
        api.status("always-succeeds").assertStatuses("complete", "complete");

        control.put("/clock", "{'now': '2026-06-01T12:00:00.500Z'}");

        api.status("always-succeeds").assertStatuses("running", "not_started");
        api.refresh("always-succeeds").assertStatus(409);
    }

    @Test
    void clockWithoutRecordedEventsCanBeSetBack(ControlClient control) {
        assertThat(control.put("/clock", "{'now': '1999-12-31T23:59:59Z'}").at("/now"))
                .isEqualTo("1999-12-31T23:59:59.000Z");
    }

    @Test
    void releasedClockShowsRealTime(ApiClient api, ControlClient control) {
        Instant real = Instant.parse(
                api.in(api.sandbox() + "-real").control().delete("/clock").at("/now"));
        api.refresh("slow");

        ApiResponse response = control.delete("/clock");

        assertThat(response.at("/mode")).isEqualTo("running");
        assertThat(Instant.parse(response.at("/now"))).isBetween(real, real.plusSeconds(300));
    }

    @Test
    void releasedClockContinuesFromALaterRecordedEvent(ApiClient api, ControlClient control) {
        control.put("/clock", "{'now': '2999-01-01T00:00:00Z'}");
        api.refresh("slow");
        control.put("/clock", "{'now': '3000-01-01T00:00:00Z'}");

        ApiResponse response = control.delete("/clock");

        assertThat(response.at("/mode")).isEqualTo("running");
        assertThat(Instant.parse(response.at("/now")))
                .isBetween(Instant.parse("2999-01-01T00:00:00Z"), Instant.parse("2999-01-01T00:05:00Z"));
    }
}
