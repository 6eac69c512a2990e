package io.wdatamock.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import io.wdatamock.upstream.SecondMock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A service that differs from the ledger contradicts exactly the behaviours in which it differs. */
@HttpTest
class ComparisonHttpTests {

    private static final SecondMock SERVICE = new SecondMock();
    private static final AtomicLong TICKS = new AtomicLong();

    private ApiClient service = SERVICE.sandbox();

    @DynamicPropertySource
    static void upstream(DynamicPropertyRegistry settings) {
        settings.add("wdata-mock.upstream.url", SERVICE::url);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @BeforeEach
    void reset() {
        service = SERVICE.reset();
    }

    @Test
    void faithfulServiceContradictsNothing(ApiClient api, ControlClient control) {
        tour(api, control);

        assertThat(contradicted(control)).isEmpty();
        assertThat(confirmed(control)).hasSizeGreaterThanOrEqualTo(60);
    }

    /** What differs, how the service is set up or its responses are changed, and the contradicted behaviours. */
    static Stream<Arguments> deviations() {
        return Stream.of(
                setUp("overlap", "PATCH", "/settings", "{'overlap': 'allow'}", "conflict-while-active"),
                changed("nulls", run -> run.putNull("error"), "no-nulls"),
                changed("no maps", run -> run.remove("sourceMetadata"), "run-maps"),
                changed(
                        "seconds",
                        run -> run.put("created", "2026-06-01T12:00:00Z"),
                        "instants",
                        "last-run-consistent"),
                changed("unknown status", run -> run.put("sourceStatus", "done"), "schema", "status-values"),
                changed(
                        "no ID",
                        run -> run.remove("jobId"),
                        "refresh-run",
                        "last-run-consistent",
                        "batch-run-per-entry"),
                changed("time of the response", run -> run.put("updated", later()), "updated-last-change"),
                changed(
                        "error from the start",
                        run -> run.put("error", "Failed"),
                        "error-after-failure",
                        "batch-error"),
                changed(
                        "destination goes on after a source failure",
                        ComparisonHttpTests::completeDestination,
                        "failed-source-cancels"),
                changed(
                        "destination before source",
                        ComparisonHttpTests::startDestination,
                        "source-before-destination",
                        "batch-statuses"));
    }

    private static void completeDestination(ObjectNode run) {
        if (run.path("sourceStatus").asString().equals("error")) {
            run.put("destinationStatus", "complete")
                    .putObject("destinationMetadata")
                    .put("cellsWritten", 1);
        }
    }

    private static void startDestination(ObjectNode run) {
        if (run.path("sourceStatus").asString().equals("running")) {
            run.put("destinationStatus", "running");
        }
    }

    private static String later() {
        return "2026-06-02T12:00:00.%03dZ".formatted(TICKS.incrementAndGet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deviations")
    void deviationIsContradicted(
            String name, Deviation deviation, List<String> contradicted, ApiClient api, ControlClient control) {
        deviation.apply(service);

        tour(api, control);

        assertThat(contradicted(control)).containsExactlyInAnyOrderElementsOf(contradicted);
    }

    @Test
    void smallerPageIsContradicted(ApiClient api, ControlClient control) {
        SERVICE.change((path, response) -> {
            if (path.endsWith("/connections") && response.path("body") instanceof ArrayNode page && page.size() > 5) {
                while (page.size() > 5) {
                    page.remove(5);
                }
                ((ObjectNode) response).put("cursor", "next");
            }
        });

        tour(api, control);

        assertThat(contradicted(control)).containsExactly("page-size");
    }

    @Test
    void clientsAtTheSameTimeContradictNothing(ApiClient api, ControlClient control) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> tours = Collections.nCopies(8, () -> {
                tour(api, control);
                return null;
            });
            for (Future<Void> done : clients.invokeAll(tours)) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }

        assertThat(contradicted(control)).isEmpty();
    }

    @Test
    void witnessesAreTheFirstThreeContradictions(ApiClient api, ControlClient control) {
        api.refresh("instant");
        SERVICE.change((path, response) -> ((ObjectNode) response.path("body")).putNull("error"));
        for (int i = 0; i < 4; i++) {
            api.status("instant");
        }

        JsonNode result = result(control, "no-nulls");

        assertThat(result.path("confirmed").asLong()).isEqualTo(1);
        assertThat(result.path("contradicted").asLong()).isEqualTo(4);
        assertThat(result.path("witnesses").valueStream().map(JsonNode::asLong)).containsExactly(2L, 3L, 4L);
    }

    @Test
    void resultsEndWithTheRequests(ApiClient api, ControlClient control) {
        api.refresh("instant");
        assertThat(confirmed(control)).isNotEmpty();

        control.delete("/requests").assertStatus(204);

        assertThat(confirmed(control)).isEmpty();
    }

    interface Deviation {
        void apply(ApiClient service);
    }

    private static Arguments setUp(String name, String method, String path, String body, String... contradicted) {
        Deviation deviation = service -> service.control()
                .request(method, path)
                .body(body.replace('\'', '"'))
                .assertStatus(200);
        return Arguments.of(name, deviation, List.of(contradicted));
    }

    /** Changes each run in the responses. */
    private static Arguments changed(String name, Consumer<ObjectNode> change, String... contradicted) {
        Deviation deviation = service -> SERVICE.change((path, response) -> response.findParents("jobId").stream()
                .map(ObjectNode.class::cast)
                .forEach(change));
        return Arguments.of(name, deviation, List.of(contradicted));
    }

    /** Calls all operations in many ways, as clients and their tests do. */
    private void tour(ApiClient api, ControlClient control) {
        api.token("grant_type=client_credentials&client_id=me&client_secret=hush");
        api.token("grant_type=password&client_id=me&client_secret=hush");
        api.post("/iam/v1/oauth2/token")
                .form("grant_type=client_credentials&client_id=me&client_secret=hush")
                .send();
        api.get("/api/v1/connections").without("Authorization").send();
        api.list("");
        api.list("?limit=3");
        api.list("?limit=0");
        api.list("?sourceType=wdata_query");
        api.list("?limit=3&limit=4");
        api.list("?includeSourceResourceProperties=true");
        String sourceId = api.connection("instant").json().at("/body/sourceId").asString("");
        api.list("?sourceId=" + sourceId);
        api.connection("nothing");
        api.connection("forbidden");
        api.list("");
        api.get("/api/v1/connections/instant?workspaceId=other").send();
        api.get("/api/v1/connections/instant?workspaceId=" + "w".repeat(41)).send();
        api.get("/api/v1/connections/instant?includeSourceResourceProperties=true")
                .send();
        api.connection("x".repeat(300));
        api.refresh("rate-limited");
        api.status("slow");
        for (String id : List.of("always-succeeds", "source-fails", "destination-fails", "initiation-fails")) {
            run(id, api, control);
        }
        run("cancelled-midway", api, control);
        api.refresh("locked");
        api.connection("locked");
        api.refresh("forbidden");
        api.status("forbidden");
        overlapping(api, control);
        api.refreshOf("slow").json("{'connectionId': 'other'}").send();
        api.refreshOf("slow").json("{").send();
        batches(api, control);
    }

    private void run(String id, ApiClient api, ControlClient control) {
        api.refresh(id, "{'sourceParameters': {'n': 1.10}, 'destinationParameters': {}}");
        for (int i = 0; i < 4; i++) {
            api.status(id);
            api.status(id);
            advance("PT0.8S", control);
        }
        api.refresh(id, "{'usePreviousSourceParameters': true}");
        advance("PT5S", control);
        api.status(id);
        api.connection(id);
        api.list("");
    }

    private void overlapping(ApiClient api, ControlClient control) {
        String first = api.refresh("slow").json().at("/body/jobId").asString("");
        advance("PT0.1S", control);
        api.refresh("slow");
        api.status("slow", first.isEmpty() ? "none" : first);
        advance("PT600S", control);
        api.status("slow");
        api.get("/api/v1/connections/slow/status?workspaceId=" + "w".repeat(41)).send();
    }

    private void batches(ApiClient api, ControlClient control) {
        api.batch("[]");
        api.batch("[{}]");
        api.batch("[{'connectionId': 'instant'}, {'connectionId': 'instant'}]");
        api.post("/api/v1/connections/batch/refresh").send();
        api.batch("[%s]".formatted(String.join(",", Collections.nCopies(101, "{\"connectionId\": \"a\"}"))));
        String batch = api.batch("[{'connectionId': 'source-fails'}, {'connectionId': 'always-succeeds'}]")
                .json()
                .at("/body/batchRefreshId")
                .asString("");
        for (int i = 0; i < 4; i++) {
            api.batchStatus(batch);
            advance("PT0.8S", control);
        }
        api.batchStatus("nothing");
        api.get("/api/v1/connections/batch/refresh/%s?workspaceId=%s".formatted(batch, "w".repeat(41)))
                .send();
    }

    private void advance(String duration, ControlClient control) {
        service.control().advanceClock(duration);
        control.advanceClock(duration);
    }

    private static List<String> contradicted(ControlClient control) {
        return checks(control, "contradicted");
    }

    private static List<String> confirmed(ControlClient control) {
        return checks(control, "confirmed");
    }

    private static List<String> checks(ControlClient control, String count) {
        return control.get("/fidelity")
                .entries("behaviours")
                .filter(behaviour -> behaviour.path("comparison").path(count).asLong(0) > 0)
                .map(behaviour -> behaviour.path("check").asString())
                .toList();
    }

    private static JsonNode result(ControlClient control, String check) {
        return control.get("/fidelity")
                .entries("behaviours")
                .filter(behaviour -> behaviour.path("check").asString("").equals(check))
                .findFirst()
                .orElseThrow()
                .path("comparison");
    }
}
