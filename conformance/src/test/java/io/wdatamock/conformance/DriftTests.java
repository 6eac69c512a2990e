package io.wdatamock.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The user's OpenAPI file, say the vendor's newest, against the document that the mock serves or an older file. */
class DriftTests {

    private static final String LINE = System.lineSeparator() + "  ";

    @Test
    void theMocksDocumentHasTheStructureOfTheContract() throws Exception {
        assumeThat(Given.PROPERTIES.openapi())
                .as("an OpenAPI file, -Dopenapi=…")
                .isPresent();
        HttpResponse<String> served = served();
        assumeThat(served.statusCode())
                .as("the status of %s, which only the mock serves", served.uri())
                .isEqualTo(200);
        JsonNode theirs = OpenApi30.read(Given.PROPERTIES.openapi().get());

        List<String> drift = Drift.between(OpenApi30.of(served.body()), theirs);

        assertThat(drift)
                .as(() -> "What has to change in the mock:" + LINE + String.join(LINE, drift))
                .isEmpty();
    }

    /** Only reports: two files of the vendor's may well differ. */
    @Test
    void whatHasChangedSinceAnOlderContractIsListed() {
        assumeThat(Given.PROPERTIES.openapi())
                .as("an OpenAPI file, -Dopenapi=…")
                .isPresent();
        assumeThat(Given.PROPERTIES.openapiBefore())
                .as("an older OpenAPI file, -Dopenapi-before=…")
                .isPresent();

        List<String> drift = Drift.between(
                OpenApi30.read(Given.PROPERTIES.openapiBefore().get()),
                OpenApi30.read(Given.PROPERTIES.openapi().get()));

        System.out.println("What has changed since the older contract:" + LINE + String.join(LINE, drift));
    }

    /** The two forms of one small contract. */
    @Test
    void driftIsAListThatAPersonCanRead() throws Exception {
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

        assertThat(Drift.between(before, after))
                .containsExactly(
                        "~ GET /things: was operation listThings, tags [Old], now operation listThings, tags [New]",
                        "+ GET /things, query parameter wide: optional, default false, type boolean",
                        "~ Page.cursor: was type string, now nullable true, type string",
                        "- Page.gone: type boolean",
                        "~ Page.kind: was enum [a, b], type string, now enum [a, b, c], type string");
        assertThat(Drift.between(after, after)).isEmpty();
    }

    private static HttpResponse<String> served() throws IOException, InterruptedException {
        URI document = URI.create(Given.PROPERTIES.baseUrl() + "/v3/api-docs/wdata");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(document).build(), HttpResponse.BodyHandlers.ofString());
    }
}
