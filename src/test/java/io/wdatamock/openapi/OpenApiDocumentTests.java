package io.wdatamock.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The document tells people and programs what they need beside the structure. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class OpenApiDocumentTests {

    @Autowired
    private RestTestClient client;

    @LocalServerPort
    private int port;

    @Test
    void isOpenApi31WithTheSixOperationsInTheVendorsOrder() {
        JsonNode document = Documents.fetch(client, "");

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
    void everythingIsDescribed() {
        JsonNode document = Documents.fetch(client, "");

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
    void optionalParametersHaveNoExample() {
        JsonNode document = Documents.fetch(client, "");

        assertThat(Documents.operations(document)
                        .flatMap(operation -> operation.path("parameters").valueStream())
                        .filter(parameter -> parameter.has("example")))
                .isNotEmpty()
                .allMatch(parameter -> parameter.path("in").asString().equals("path"));
    }

    @Test
    void bearerSchemeHoldsForEveryOperation() {
        JsonNode document = Documents.fetch(client, "");

        assertThat(document.at("/components/securitySchemes/bearer/type").asString())
                .isEqualTo("http");
        assertThat(document.at("/security/0").has("bearer")).isTrue();
        assertThat(Documents.operations(document)).noneMatch(operation -> operation.has("security"));
    }

    @Test
    void serverIsTheOneThatWasAsked() {
        assertThat(server("")).isEqualTo("http://localhost:" + port);
        assertThat(server("/sandbox/ci-42")).isEqualTo("http://localhost:" + port + "/sandbox/ci-42");
    }

    @Test
    void simultaneousRequestsGetEachTheirOwnServer() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<String> prefixes = IntStream.range(0, 160)
                    .mapToObj(i -> "/sandbox/parallel-" + i % 8)
                    .toList();
            List<Future<String>> servers = prefixes.stream()
                    .map(prefix -> threads.submit(() -> server(prefix)))
                    .toList();
            for (int i = 0; i < prefixes.size(); i++) {
                assertThat(servers.get(i).get()).endsWith(prefixes.get(i));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void unknownDocumentIsNotFound() {
        client.get()
                .uri("/v3/api-docs/nope")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(404);
    }

    private String server(String prefix) {
        JsonNode servers = Documents.fetch(client, prefix).path("servers");
        assertThat(servers.size()).isEqualTo(1);
        return servers.path(0).path("url").asString();
    }
}
