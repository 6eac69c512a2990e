package io.wdatamock.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document of the control API. */
@HttpTest
class ControlDocumentTests {

    @Test
    void describesTheControlOperationsOnly(ApiClient api) {
        Map<String, List<String>> operations = new TreeMap<>();
        paths(api)
                .propertyStream()
                .forEach(path -> operations.put(
                        path.getKey(),
                        path.getValue()
                                .propertyStream()
                                .map(Map.Entry::getKey)
                                .sorted()
                                .toList()));

        assertThat(operations)
                .containsOnly(
                        Map.entry("/__mock", List.of("get")),
                        Map.entry("/__mock/clock", List.of("delete", "get", "put")),
                        Map.entry("/__mock/clock/advance", List.of("post")),
                        Map.entry("/__mock/connections", List.of("get")),
                        Map.entry("/__mock/connections/{connectionId}", List.of("delete", "get", "put")),
                        Map.entry("/__mock/connections/{connectionId}/advance", List.of("post")),
                        Map.entry("/__mock/connections/{connectionId}/scripts", List.of("put")),
                        Map.entry("/__mock/events", List.of("get")),
                        Map.entry("/__mock/faults", List.of("delete", "get", "post")),
                        Map.entry("/__mock/fault-profiles", List.of("get")),
                        Map.entry("/__mock/faults/{id}", List.of("delete")),
                        Map.entry("/__mock/fidelity", List.of("get")),
                        Map.entry("/__mock/learned-seed", List.of("get")),
                        Map.entry("/__mock/recordings", List.of("post")),
                        Map.entry("/__mock/requests", List.of("delete", "get")),
                        Map.entry("/__mock/requests/verify", List.of("post")),
                        Map.entry("/__mock/reset", List.of("post")),
                        Map.entry("/__mock/runs", List.of("get")),
                        Map.entry("/__mock/sandboxes", List.of("get")),
                        Map.entry("/__mock/sandboxes/{name}", List.of("delete")),
                        Map.entry("/__mock/settings", List.of("get", "patch", "put")),
                        Map.entry("/__mock/snapshot", List.of("get", "put")));
    }

    @Test
    void requestExamplesAreAccepted(ApiClient api) {
        List<Map.Entry<String, JsonNode>> operations =
                paths(api).propertyStream().toList();

        int tried = 0;
        for (Map.Entry<String, JsonNode> path : operations) {
            for (Map.Entry<String, JsonNode> method :
                    path.getValue().propertyStream().toList()) {
                JsonNode example = method.getValue().at("/requestBody/content/application~1json/example");
                if (!example.isMissingNode()) {
                    String target = path.getKey().replace("{connectionId}", "instant");
                    ApiResponse response = api.request(method.getKey().toUpperCase(Locale.ROOT), target)
                            .body(example.isString() ? example.asString() : example.toString())
                            .send();
                    assertThat(response.status())
                            .as("%s %s: %s", method.getKey(), target, response.text())
                            .isLessThan(300);
                    tried++;
                }
            }
        }
        assertThat(tried).isEqualTo(8);
    }

    @Test
    void everyListHasItsOwnSchema(ApiClient api) {
        assertThat(document(api).at("/components/schemas").propertyNames())
                .contains("Faults", "Runs", "Requests", "Connections", "Sandboxes", "Problem");
    }

    private static JsonNode paths(ApiClient api) {
        return document(api).path("paths");
    }

    private static JsonNode document(ApiClient api) {
        return api.root().get("/v3/api-docs/mock").send().json();
    }
}
