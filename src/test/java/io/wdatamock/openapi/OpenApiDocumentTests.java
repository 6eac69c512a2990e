package io.wdatamock.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Version, order, descriptions, security and servers of the document. */
@HttpTest
class OpenApiDocumentTests {

    @Test
    void documentIsOpenApi31WithTheOperationsInTheVendorsOrder(ApiClient api) {
        JsonNode document = Documents.fetch(api.root());

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(Documents.operations(document)
                        .map(operation -> operation.path("operationId").asString()))
                .containsExactly(
                        "listConnections",
                        "refreshBatch",
                        "getRefreshBatchStatus",
                        "getConnection",
                        "refreshConnection",
                        "getRefreshStatus");
    }

    @Test
    void everythingIsDescribed(ApiClient api) {
        JsonNode document = Documents.fetch(api.root());

        assertThat(Documents.operations(document))
                .allMatch(operation -> operation.has("summary") && operation.has("description"))
                .allSatisfy(operation -> assertThat(Stream.of(operation.path("parameters"), operation.path("responses"))
                                .flatMap(JsonNode::valueStream))
                        .allMatch(part -> part.has("description")));
        assertThat(document.at("/components/schemas")
                        .valueStream()
                        .flatMap(schema -> schema.path("properties").valueStream()))
                .allMatch(property -> property.has("description"));
        assertThat(Documents.operations(document).filter(operation -> operation.has("requestBody")))
                .allMatch(operation -> operation.path("requestBody").has("description"));
    }

    @Test
    void optionalParametersHaveNoExample(ApiClient api) {
        JsonNode document = Documents.fetch(api.root());

        assertThat(Documents.operations(document)
                        .flatMap(operation -> operation.path("parameters").valueStream())
                        .filter(parameter -> parameter.has("example")))
                .isNotEmpty()
                .allMatch(parameter -> parameter.path("in").asString().equals("path"));
    }

    @Test
    void bearerSchemeAppliesToEveryOperation(ApiClient api) {
        JsonNode document = Documents.fetch(api.root());

        assertThat(document.at("/components/securitySchemes/bearer/type").asString())
                .isEqualTo("http");
        assertThat(document.at("/security/0").has("bearer")).isTrue();
        assertThat(Documents.operations(document)).noneMatch(operation -> operation.has("security"));
    }

    @Test
    void serverIsTheRequestedOne(ApiClient api) {
        assertThat(server(api.root())).isEqualTo(api.host().toString());
        assertThat(server(api)).isEqualTo(api.host() + "/sandbox/" + api.sandbox());
    }

    @Test
    void simultaneousRequestsGetTheirOwnServers(ApiClient api) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<ApiClient> clients = IntStream.range(0, 160)
                    .mapToObj(i -> api.in("parallel-" + i % 8))
                    .toList();
            List<Future<String>> servers = clients.stream()
                    .map(client -> threads.submit(() -> server(client)))
                    .toList();
            for (int i = 0; i < clients.size(); i++) {
                assertThat(servers.get(i).get())
                        .endsWith("/sandbox/" + clients.get(i).sandbox());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void unknownDocumentIsNotFound(ApiClient api) {
        assertThat(api.root().get("/v3/api-docs/nope").assertStatus(404).at("/code"))
                .isEqualTo("404");
    }

    private static String server(ApiClient api) {
        JsonNode servers = Documents.fetch(api).path("servers");
        assertThat(servers.size()).isEqualTo(1);
        return servers.path(0).path("url").asString();
    }
}
