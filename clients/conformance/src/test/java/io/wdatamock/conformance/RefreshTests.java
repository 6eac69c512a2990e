package io.wdatamock.conformance;

import static io.wdatamock.conformance.ApiRequest.get;
import static io.wdatamock.conformance.ApiRequest.post;
import static io.wdatamock.conformance.ApiRequest.segment;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refreshes the connection of the user and polls its run until it ends, with any result. */
class RefreshTests {

    private final Service service = Service.underTest();
    private final String path = segment(Parameters.FROM_PROPERTIES.connection());

    /** Another client may have started a run. */
    @BeforeEach
    void awaitEndOfPreviousRun() {
        if (service.send(get(path + "/status")).expect(200, 404).status() == 200) {
            service.awaitEnd(get(path + "/status"));
        }
    }

    @Test
    void refreshStartsARunThatEnds() {
        ApiResponse started = service.send(post(path + "/refresh", "{}")).expect(200);

        String jobId = started.text("jobId");
        ApiResponse ended = service.awaitEnd(get(path + "/status").with("jobId", jobId));
        assertThat(ended.text("jobId")).isEqualTo(jobId);
    }

    @Test
    void refreshWithoutBodyStartsARun() {
        ApiRequest withoutBody = post(path + "/refresh", "{}").withoutBody();

        String jobId = service.sendInvalid(withoutBody).expect(200).text("jobId");

        service.awaitEnd(get(path + "/status").with("jobId", jobId));
    }

    @Test
    void statusOfAConnectionIsThatOfItsLastRun() {
        String jobId = service.send(post(path + "/refresh", "{}")).expect(200).text("jobId");

        ApiResponse ended = service.awaitEnd(get(path + "/status"));

        assertThat(ended.text("jobId")).isEqualTo(jobId);
        assertThat(service.send(get(path)).expect(200).text("lastRunJobId")).isEqualTo(jobId);
    }

    @Test
    void endedRunKeepsItsStatuses() {
        String jobId = service.send(post(path + "/refresh", "{}")).expect(200).text("jobId");
        ApiResponse ended = service.awaitEnd(get(path + "/status").with("jobId", jobId));

        ApiResponse later =
                service.send(get(path + "/status").with("jobId", jobId)).expect(200);

        assertThat(later.text("sourceStatus")).isEqualTo(ended.text("sourceStatus"));
        assertThat(later.text("destinationStatus")).isEqualTo(ended.text("destinationStatus"));
    }
}
