package io.wdatamock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What the service answered to a call. */
record Answer(Call call, int status, JsonNode json) {

    private static final Set<String> FINAL = Set.of("complete", "error", "cancelled");

    /** Expects one of these statuses. */
    Answer expect(Integer... statuses) {
        assertThat(status).as("%s: %s", call, json).isIn((Object[]) statuses);
        return this;
    }

    /** The envelope's content. */
    JsonNode body() {
        return json.path("body");
    }

    /** The text of a field of the content, which must be there. */
    String text(String field) {
        assertThat(body().path(field).asText())
                .as("%s of %s: %s", field, call, json)
                .isNotEmpty();
        return body().path(field).asText();
    }

    /** Whether the run or batch has ended on both sides. */
    boolean isFinal() {
        return FINAL.contains(text("sourceStatus")) && FINAL.contains(text("destinationStatus"));
    }
}
