package io.wdatamock.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import io.wdatamock.lifecycle.Outcome;
import io.wdatamock.upstream.SecondMock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A server with the learned seed shows a client the same statuses as the real service did. */
@HttpTest
class LearnedSeedHttpTests {

    private static final SecondMock SERVICE = new SecondMock();
    private static final SecondMock THIRD = new SecondMock();

    private ApiClient service = SERVICE.sandbox();
    private ApiClient third = THIRD.sandbox();

    @DynamicPropertySource
    static void upstream(DynamicPropertyRegistry settings) {
        settings.add("wdata-mock.upstream.url", SERVICE::url);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
        THIRD.close();
    }

    @BeforeEach
    void reset() {
        service = SERVICE.reset();
        third = THIRD.reset();
    }

    @ParameterizedTest
    @EnumSource
    void everyOutcomeIsRepeated(Outcome outcome, ApiClient api, ControlClient control) {
        service.control()
                .setScripts(
                        "slow",
                        "[{'outcome': '%s', 'pacing': {'type': 'timed', 'queued': 'PT1.3S', 'source': 'PT2S', 'destination': 'PT3.1S'}}, {'outcome': 'succeed'}]"
                                .formatted(outcome));
        api.list("");

        List<String> seen = poll(api, "slow", service.control(), control);

        plant(control);
        assertThat(poll(third, "slow", third.control())).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type': 'polled', 'reads': 3}", "{'type': 'manual'}"})
    void otherPacingIsRepeatedInTime(String pacing, ApiClient api, ControlClient control) {
        service.control().setScripts("slow", "[{'outcome': 'succeed', 'pacing': %s}]".formatted(pacing));
        api.connection("slow");

        List<String> seen = poll(api, "slow", service.control(), control);

        plant(control);
        assertThat(poll(third, "slow", third.control())).isEqualTo(seen);
    }

    @Test
    void runsAreRepeatedInOrder(ApiClient api, ControlClient control) {
        List<String> first = poll(api, "fails-then-succeeds", service.control(), control);
        List<String> second = poll(api, "fails-then-succeeds", service.control(), control);

        plant(control);

        assertThat(first).isNotEqualTo(second);
        assertThat(poll(third, "fails-then-succeeds", third.control())).isEqualTo(first);
        assertThat(poll(third, "fails-then-succeeds", third.control())).isEqualTo(second);
    }

    @Test
    void refusedConnectionsAreRefusedAgain(ApiClient api, ControlClient control) {
        api.list("");
        api.connection("forbidden");
        api.refresh("locked");

        plant(control);

        third.connection("forbidden").assertStatus(403);
        third.refresh("locked").assertStatus(423);
        third.refresh("instant").assertStatus(200);
    }

    @Test
    void connectionsAreThoseOfTheService(ApiClient api, ControlClient control) {
        api.list("");

        plant(control);

        assertThat(third.list("").text()).isEqualTo(service.list("").text());
    }

    @Test
    void pseudonymsHideAllContentAndKeepEqualities(ApiClient api, ControlClient control) {
        api.list("");
        poll(api, "source-fails", service.control(), control);
        poll(api, "always-succeeds", service.control(), control);

        ApiResponse seed = control.get("/learned-seed").assertStatus(200);

        JsonNode listed = service.list("").json().path("body");
        listed.valueStream().forEach(connection -> {
            for (String field :
                    List.of("connectionId", "name", "description", "sourceId", "destinationId", "workspaceId")) {
                assertThat(seed.text())
                        .doesNotContain('"' + connection.path(field).asString() + '"');
            }
        });
        assertThat(seed.text()).doesNotContain("rowsRead", "cellsWritten");
        assertThat(seed.each("connections", "connectionId"))
                .doesNotHaveDuplicates()
                .hasSize(listed.size());
        assertThat(distinct(seed.json().path("connections"), "workspaceId")).isEqualTo(distinct(listed, "workspaceId"));
        assertThat(distinct(seed.json().path("connections"), "destinationId"))
                .isEqualTo(distinct(listed, "destinationId"));
    }

    @Test
    void seedIsJsonByDefaultAndYamlOnRequest(ApiClient api, ControlClient control) {
        api.list("");
        poll(api, "always-succeeds", service.control(), control);

        ApiResponse json = control.get("/learned-seed?pseudonymise=false").assertStatus(200);
        ApiResponse yaml = control.request("GET", "/learned-seed?pseudonymise=false")
                .header("Accept", "application/yaml")
                .assertStatus(200);

        assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(new YAMLMapper().readTree(yaml.text()).toString()).isEqualTo(json.text());
    }

    @Test
    void seedIsEmptyBeforeTheFirstRequest(ControlClient control) {
        assertThat(control.get("/learned-seed").text()).isEqualTo("{\"connections\":[]}");
    }

    /** Puts the connections of the learned seed into the third server. */
    private void plant(ControlClient control) {
        ApiResponse seed = control.get("/learned-seed?pseudonymise=false").assertStatus(200);
        third.control()
                .get("/connections")
                .each("connections", "connectionId")
                .forEach(id -> third.control().delete("/connections/" + id).assertStatus(204));
        third.control().delete("/faults").assertStatus(204);
        seed.entries("connections")
                .forEach(connection -> third.control()
                        .put("/connections/" + connection.path("connectionId").asString(), connection.toString())
                        .assertStatus(201));
    }

    /** Refreshes and polls every half second; returns what a client sees. */
    private static List<String> poll(ApiClient api, String connectionId, ControlClient... clocks) {
        List<String> seen = new ArrayList<>();
        seen.add(statuses(api.refresh(connectionId).assertStatus(200)));
        for (int i = 0; i < 14; i++) {
            for (ControlClient clock : clocks) {
                clock.advanceClock("PT0.5S");
            }
            seen.add(statuses(api.status(connectionId)));
        }
        return seen;
    }

    private static String statuses(ApiResponse run) {
        return "%s, %s, %s"
                .formatted(
                        run.at("/body/sourceStatus"),
                        run.at("/body/destinationStatus"),
                        run.json().at("/body/error").asString(""));
    }

    private static long distinct(JsonNode connections, String field) {
        return connections
                .valueStream()
                .map(connection -> connection.path(field))
                .distinct()
                .count();
    }
}
