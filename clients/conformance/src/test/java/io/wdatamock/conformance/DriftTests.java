package io.wdatamock.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wdatamock.openapi.structure.ApiStructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Compares the OpenAPI file of the user, for example the vendor's newest, with the mock's document and an older file.
 */
class DriftTests {

    private static final String LINE = System.lineSeparator() + "  ";

    @Test
    void documentOfTheMockHasTheStructureOfTheContract() throws Exception {
        assumeThat(Parameters.FROM_PROPERTIES.openapi())
                .as("an OpenAPI file, -Dopenapi=…")
                .isPresent();
        HttpResponse<String> served = served();
        assumeThat(served.statusCode())
                .as("the status of %s, which only the mock serves", served.uri())
                .isEqualTo(200);
        JsonNode theirs = OpenApi30.read(Parameters.FROM_PROPERTIES.openapi().get());

        List<String> drift = drift(OpenApi30.of(served.body()), theirs);

        assertThat(drift)
                .as(() -> "What has to change in the mock:" + LINE + String.join(LINE, drift))
                .isEmpty();
    }

    /** Only reports, because two files of the vendor may differ. */
    @Test
    void changesSinceAnOlderContractAreListed() {
        assumeThat(Parameters.FROM_PROPERTIES.openapi())
                .as("an OpenAPI file, -Dopenapi=…")
                .isPresent();
        assumeThat(Parameters.FROM_PROPERTIES.openapiBefore())
                .as("an older OpenAPI file, -Dopenapi-before=…")
                .isPresent();

        List<String> drift = drift(
                OpenApi30.read(Parameters.FROM_PROPERTIES.openapiBefore().get()),
                OpenApi30.read(Parameters.FROM_PROPERTIES.openapi().get()));

        System.out.println("What has changed since the older contract:" + LINE + String.join(LINE, drift));
    }

    /** Compares two versions of a small contract. */
    @Test
    void driftIsAReadableList() throws Exception {
        JsonNode before = OpenApi30.of("""
                openapi: 3.0.3
                paths:
                  /things:
                    get:
                      operationId: listThings
                      tags: [Old]
                      parameters:
                        - {name: limit, in: query, schema: {type: integer, maximum: 10}}
                      responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}}
                components:
                  schemas:
                    Kind: {type: string, enum: [b, a]}
                    Page:
                      type: object
                      properties:
                        cursor: {type: string, description: one}
                        gone: {type: boolean}
                        kind: {$ref: '#/components/schemas/Kind'}
                """);
        JsonNode after = OpenApi30.of("""
                openapi: 3.1.0
                paths:
                  /things:
                    get:
                      operationId: listThings
                      tags: [New]
                      parameters:
                        - {name: limit, in: query, schema: {maximum: 10, type: integer}}
                        - {name: wide, in: query, schema: {type: boolean, default: false}}
                      responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}}
                components:
                  schemas:
                    Page:
                      type: object
                      properties:
                        cursor: {type: [string, 'null'], description: two}
                        kind: {type: string, enum: [a, b, c]}
                """);

        assertThat(drift(before, after))
                .containsExactly(
                        "~ GET  /things: was listThings tags=[Old], now listThings tags=[New]",
                        "+ GET  /things query parameter wide: optional default=false type=boolean",
                        "~ Page.cursor: was type=string, now nullable=true type=string",
                        "- Page.gone: type=boolean",
                        "~ Page.kind: was enum=[a,b] type=string, now enum=[a,b,c] type=string");
        assertThat(drift(after, after)).isEmpty();
    }

    private static List<String> drift(JsonNode before, JsonNode after) {
        return ApiStructure.of(before).changesTo(ApiStructure.of(after));
    }

    private static HttpResponse<String> served() throws IOException, InterruptedException {
        URI document = URI.create(Parameters.FROM_PROPERTIES.baseUrl() + "/v3/api-docs/wdata");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(document).build(), HttpResponse.BodyHandlers.ofString());
    }
}
