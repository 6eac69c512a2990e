package io.wdatamock.conformance;

import static io.wdatamock.conformance.ApiRequest.get;
import static io.wdatamock.conformance.ApiRequest.post;
import static io.wdatamock.conformance.ApiRequest.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

/** Refreshes the connections of the user for a batch together, and polls the batch until it ends. */
class BatchTests {

    private final Service service = Service.underTest();
    private final List<String> connections = Parameters.FROM_PROPERTIES.batch();

    @BeforeEach
    void awaitEndOfPreviousRuns() {
        assumeThat(connections)
                .as("connections that may be refreshed together, -Dbatch=…")
                .isNotEmpty();
        for (String connection : connections) {
            ApiRequest poll = get(segment(connection) + "/status");
            if (service.send(poll).expect(200, 404).status() == 200) {
                service.awaitEnd(poll);
            }
        }
    }

    @Test
    void batchStartsARunForEachAndEnds() {
        List<Map<String, String>> entries =
                connections.stream().map(id -> Map.of("connectionId", id)).toList();

        String batchId = service.send(post("/batch/refresh", new ObjectMapper().writeValueAsString(entries)))
                .expect(200)
                .text("batchRefreshId");

        ApiResponse ended = service.awaitEnd(get("/batch/refresh" + segment(batchId)));
        assertThat(ended.text("batchRefreshId")).isEqualTo(batchId);
        assertThat(ended.body().path("childRefreshes"))
                .extracting(run -> run.path("connectionId").asString())
                .containsExactlyInAnyOrderElementsOf(connections);
    }
}
