package io.wdatamock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The response of the service to a request. */
record ApiResponse(ApiRequest request, int status, JsonNode json) {

    private static final Set<String> FINAL = Set.of("complete", "error", "cancelled");

    /** Expects one of these statuses. */
    ApiResponse expect(Integer... statuses) {
        assertThat(status).as("%s: %s", request, json).isIn((Object[]) statuses);
        return this;
    }

    /** The content of the envelope. */
    JsonNode body() {
        return json.path("body");
    }

    /** The text of a field of the content, which must exist. */
    String text(String field) {
        assertThat(body().path(field).asString())
                .as("%s of %s: %s", field, request, json)
                .isNotEmpty();
        return body().path(field).asString();
    }

    /** Whether the run or batch has ended on both sides. */
    boolean isFinal() {
        return FINAL.contains(text("sourceStatus")) && FINAL.contains(text("destinationStatus"));
    }
}
