package io.wdatamock.openapi;

import static io.wdatamock.openapi.Scene.Request.get;
import static io.wdatamock.openapi.Scene.Request.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import io.wdatamock.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The examples of the document are responses of a server with the built-in seed. */
@HttpTest
class ExampleTests {

    private static final Instant NOW = Instant.parse("2026-04-01T09:00:00Z");
    private static final Duration LATER = Duration.ofSeconds(5);

    private static final Path EXAMPLES = Path.of("src/main/resources/openapi/examples");
    private static final String BATCH = "/batch/refresh/fa00d92d-01f3-4ce7-86c1-c02f5aaf8026";
    private static final String LONG_WORKSPACE = "?workspaceId=" + "w".repeat(41);

    static Stream<Scene> scenes() {
        return Stream.of(list(), single(), refresh(), status(), batch(), batchStatus(), everyOperation(), byFault())
                .flatMap(scenes -> scenes);
    }

    private static Stream<Scene> list() {
        return Stream.of(
                Scene.of("listConnections/200", get("?limit=2")),
                Scene.of("listConnections/400", get("?limit=0&offset=-1")));
    }

    private static Stream<Scene> single() {
        return Stream.of(
                Scene.of("getConnection/200", get("/trial-balance-to-10k?includeSourceResourceProperties=true"))
                        .after(refreshBatch()),
                Scene.of("getConnection/400", get("/instant" + LONG_WORKSPACE)),
                Scene.of("getConnection/403", get("/forbidden")),
                Scene.of("getConnection/404", get("/instant?workspaceId=sustainability")));
    }

    private static Stream<Scene> refresh() {
        return Stream.of(
                Scene.of("refreshConnection/200", post("/instant/refresh", request("refreshConnection"))),
                Scene.of(
                        "refreshConnection/400",
                        post("/instant/refresh", "{\"usePreviousSourceParameters\": \"yes\"}")),
                Scene.of("refreshConnection/403", post("/forbidden/refresh", "{}")),
                Scene.of("refreshConnection/404", post("/no-such-connection/refresh", "{}")),
                Scene.of("refreshConnection/409", post("/stuck/refresh", "{}")).after(post("/stuck/refresh", "{}")),
                Scene.of("refreshConnection/423", post("/locked/refresh", "{}")));
    }

    private static Stream<Scene> status() {
        return Stream.of(
                Scene.of("getRefreshStatus/200", get("/instant/status"))
                        .after(post("/instant/refresh", request("refreshConnection"))),
                Scene.of("getRefreshStatus/400", get("/instant/status" + LONG_WORKSPACE)),
                Scene.of("getRefreshStatus/403", get("/forbidden/status")),
                Scene.of("getRefreshStatus/404", get("/slow/status")));
    }

    private static Stream<Scene> batch() {
        return Stream.of(
                Scene.of("refreshBatch/200", refreshBatch()),
                Scene.of("refreshBatch/400", refreshBatch("trial-balance-to-10k", "trial-balance-to-10k")),
                Scene.of("refreshBatch/403", refreshBatch("forbidden")),
                Scene.of("refreshBatch/404", refreshBatch("trial-balance-to-10k", "no-such-connection")),
                Scene.of("refreshBatch/409", refreshBatch("unwritable")),
                Scene.of("refreshBatch/423", refreshBatch("locked")));
    }

    private static Stream<Scene> batchStatus() {
        return Stream.of(
                Scene.of("getRefreshBatchStatus/200", get(BATCH)).after(refreshBatch()),
                Scene.of("getRefreshBatchStatus/400", get(BATCH + LONG_WORKSPACE)),
                Scene.of("getRefreshBatchStatus/404", get("/batch/refresh/no-such-batch")));
    }

    private static Stream<Scene> everyOperation() {
        return Stream.of(
                Scene.of("every-operation/401", get("").withoutToken()),
                Scene.of("every-operation/429", post("/rate-limited/refresh", "{}")),
                Scene.of("every-operation/500", post("/server-error/refresh", "{}")));
    }

    private static Stream<Scene> byFault() {
        return Stream.of("403", "404", "409", "423")
                .map(status -> Scene.of("by-fault/" + status, get("")).underFault(status));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void exampleIsTheServersResponse(Scene scene, ApiClient api) {
        ApiResponse response = play(scene, api).assertStatus(scene.status());

        Golden.of(EXAMPLES + "/" + scene.example() + ".json").expect(pretty(response.text()));
    }

    @Test
    void documentShowsEveryExample(ApiClient api) {
        JsonNode document = Documents.fetch(api.root());

        assertThat(Documents.operations(document))
                .allSatisfy(operation -> operation
                        .path("responses")
                        .forEachEntry((status, response) -> assertThat(example(response))
                                .isEqualTo(onFile(operation.path("operationId").asString(), status))));
    }

    @Test
    void everyExampleFileHasAScene() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            assertThat(files.map(EXAMPLES::relativize)
                            .map(Path::toString)
                            .filter(file -> file.endsWith(".json") && !file.endsWith("request.json")))
                    .containsExactlyInAnyOrderElementsOf(
                            scenes().map(scene -> scene.example() + ".json").toList());
        }
    }

    @Test
    void pathParametersAreThoseOfTheExamples(ApiClient api) {
        JsonNode document = Documents.fetch(api.root());

        assertThat(Documents.operations(document)
                        .flatMap(operation -> operation.path("parameters").valueStream())
                        .map(parameter -> parameter.path("example").asString(""))
                        .filter(example -> !example.isEmpty()))
                .containsExactlyInAnyOrder(
                        "trial-balance-to-10k", "instant", "instant", BATCH.substring("/batch/refresh/".length()));
    }

    private static ApiResponse play(Scene scene, ApiClient anySandbox) {
        ApiClient api = anySandbox.in("example-" + scene.example().replace('/', '-'));
        api.freezeClock(NOW);
        scene.before().forEach(request -> request.send(api).assertStatus(200));
        api.freezeClock(NOW.plus(LATER));
        scene.faults().forEach(api::addFault);
        return scene.request().send(api);
    }

    private static Scene.Request refreshBatch(String... connectionIds) {
        return connectionIds.length == 0
                ? post("/batch/refresh", request("refreshBatch"))
                : post(
                        "/batch/refresh",
                        WireJson.MAPPER.writeValueAsString(Stream.of(connectionIds)
                                .map(id -> Map.of("connectionId", id))
                                .toList()));
    }

    private static String request(String operationId) {
        return read(EXAMPLES.resolve(operationId).resolve("request.json"));
    }

    private static JsonNode example(JsonNode response) {
        return response.path("content").iterator().next().path("example");
    }

    private static JsonNode onFile(String operationId, String status) {
        return Stream.of(operationId, "every-operation", "by-fault")
                .map(folder -> EXAMPLES.resolve(folder).resolve(status + ".json"))
                .filter(Files::exists)
                .map(file -> WireJson.MAPPER.readTree(read(file)))
                .findFirst()
                .orElseThrow();
    }

    private static String pretty(String json) {
        return WireJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(WireJson.MAPPER.readTree(json))
                + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
