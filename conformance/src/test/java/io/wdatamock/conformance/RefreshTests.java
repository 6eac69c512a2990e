package io.wdatamock.conformance;

import static io.wdatamock.conformance.Call.get;
import static io.wdatamock.conformance.Call.post;
import static io.wdatamock.conformance.Call.segment;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection that the user names is refreshed, and its run is polled to its end, however it ends. */
class RefreshTests {

    private final Service service = Service.underTest();
    private final String path = segment(Given.PROPERTIES.connection());

    /** A run that is under way already is somebody else's. */
    @BeforeEach
    void awaitTheEndOfTheRunBefore() {
        if (service.answer(get(path + "/status")).expect(200, 404).status() == 200) {
            service.awaitEnd(get(path + "/status"));
        }
    }

    @Test
    void aRefreshStartsARunThatComesToItsEnd() {
        Answer started = service.answer(post(path + "/refresh", "{}")).expect(200);

        String jobId = started.text("jobId");
        Answer ended = service.awaitEnd(get(path + "/status").with("jobId", jobId));
        assertThat(ended.text("jobId")).isEqualTo(jobId);
    }

    @Test
    void aRefreshWithoutABodyStartsARunToo() {
        Call withoutBody = post(path + "/refresh", "{}").withoutBody();

        String jobId = service.provoke(withoutBody).expect(200).text("jobId");

        service.awaitEnd(get(path + "/status").with("jobId", jobId));
    }

    @Test
    void theStatusOfAConnectionIsThatOfItsLastRun() {
        String jobId = service.answer(post(path + "/refresh", "{}")).expect(200).text("jobId");

        Answer ended = service.awaitEnd(get(path + "/status"));

        assertThat(ended.text("jobId")).isEqualTo(jobId);
        assertThat(service.answer(get(path)).expect(200).text("lastRunJobId")).isEqualTo(jobId);
    }

    @Test
    void aRunThatHasEndedStaysAsItIs() {
        String jobId = service.answer(post(path + "/refresh", "{}")).expect(200).text("jobId");
        Answer ended = service.awaitEnd(get(path + "/status").with("jobId", jobId));

        Answer later =
                service.answer(get(path + "/status").with("jobId", jobId)).expect(200);

        assertThat(later.text("sourceStatus")).isEqualTo(ended.text("sourceStatus"));
        assertThat(later.text("destinationStatus")).isEqualTo(ended.text("destinationStatus"));
    }
}
