package io.wdatamock.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.swagger.v3.oas.models.OpenAPI;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.DiffResult;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** The user's OpenAPI file, say the vendor's newest, against the document that the mock serves. */
class DriftTests {

    @Test
    void theMocksDocumentHasTheStructureOfTheContract() throws Exception {
        assumeThat(Given.PROPERTIES.openapi())
                .as("an OpenAPI file, -Dopenapi=…")
                .isPresent();
        HttpResponse<String> served = served();
        assumeThat(served.statusCode())
                .as("the status of %s, which only the mock serves", served.uri())
                .isEqualTo(200);
        OpenAPI ours = Structure.of(served.body());
        OpenAPI theirs =
                Structure.of(Files.readString(Given.PROPERTIES.openapi().get()));

        ChangedOpenApi drift = OpenApiCompare.fromSpecifications(ours, theirs);

        assertThat(drift.isChanged())
                .as(() -> "The mock's document and the contract; what has to change in the mock:%n%n%s"
                        .formatted(report(drift)))
                .isIn(DiffResult.NO_CHANGES, DiffResult.METADATA);
    }

    private static HttpResponse<String> served() throws IOException, InterruptedException {
        URI document = URI.create(Given.PROPERTIES.baseUrl() + "/v3/api-docs/wdata");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(document).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String report(ChangedOpenApi drift) {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        new MarkdownRender().render(drift, new OutputStreamWriter(report, StandardCharsets.UTF_8));
        return report.toString(StandardCharsets.UTF_8);
    }
}
