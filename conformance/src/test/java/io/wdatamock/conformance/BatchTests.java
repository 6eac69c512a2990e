package io.wdatamock.conformance;

import static io.wdatamock.conformance.Call.get;
import static io.wdatamock.conformance.Call.post;
import static io.wdatamock.conformance.Call.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connections that the user names for it are refreshed together, and polled to their end. */
class BatchTests {

    private final Service service = Service.underTest();
    private final List<String> connections = Given.PROPERTIES.batch();

    @BeforeEach
    void awaitTheEndOfTheRunsBefore() {
        assumeThat(connections)
                .as("connections that may be refreshed together, -Dbatch=…")
                .isNotEmpty();
        for (String connection : connections) {
            Call look = get(segment(connection) + "/status");
            if (service.answer(look).expect(200, 404).status() == 200) {
                service.awaitEnd(look);
            }
        }
    }

    @Test
    void aBatchStartsARunForEachAndComesToItsEnd() throws Exception {
        List<Map<String, String>> entries =
                connections.stream().map(id -> Map.of("connectionId", id)).toList();

        String batchId = service.answer(post("/batch/refresh", new ObjectMapper().writeValueAsString(entries)))
                .expect(200)
                .text("batchRefreshId");

        Answer ended = service.awaitEnd(get("/batch/refresh" + segment(batchId)));
        assertThat(ended.text("batchRefreshId")).isEqualTo(batchId);
        assertThat(ended.body().path("childRefreshes"))
                .extracting(run -> run.path("connectionId").asText())
                .containsExactlyInAnyOrderElementsOf(connections);
    }
}
