package io.wdatamock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import java.nio.file.Path;

/** The OpenAPI file of the user, against which every request and response is validated. */
final class Contract {

    private final OpenApiInteractionValidator validator;

    Contract(Path openapi) {
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(
                        OpenApi30.read(openapi).toString())
                .withBasePathOverride("/")
                // The vendor's schemas allow additional properties, so a new one is no violation.
                .withLevelResolver(LevelResolver.create()
                        .withLevel(
                                "validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    /** Expects that the contract allows the request. */
    void assertAllows(Request request) {
        ValidationReport report = validator.validateRequest(request);
        assertThat(report.hasErrors())
                .as(() -> text("The contract forbids the request", report))
                .isFalse();
    }

    /** Expects that the contract forbids the request, as a test of a rejection assumes. */
    void assertForbids(Request request) {
        assertThat(validator.validateRequest(request).hasErrors())
                .as("The contract forbids %s %s", request.getMethod(), request.getPath())
                .isTrue();
    }

    /** Expects that the contract allows this response to the request. */
    void assertAllows(Response response, Request request) {
        ValidationReport report = validator.validateResponse(request.getPath(), request.getMethod(), response);
        assertThat(report.hasErrors())
                .as(() -> text("The contract forbids the response, status %d".formatted(response.getStatus()), report))
                .isFalse();
    }

    private static String text(String what, ValidationReport report) {
        return what
                + System.lineSeparator()
                + SimpleValidationReportFormat.getInstance().apply(report);
    }
}
