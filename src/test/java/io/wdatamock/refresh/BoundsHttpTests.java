package io.wdatamock.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;

/** A sandbox evicts its oldest final runs and batches, and never active runs. */
@HttpTest
class BoundsHttpTests {

    @Test
    void onlyTheNewestThousandFinalRunsAreKept(ApiClient api) {
        String stuck = api.refresh("stuck").at("/body/jobId");
        String first = api.refresh("instant").at("/body/jobId");
        String second = api.refresh("instant").at("/body/jobId");
        for (int i = 0; i < 998; i++) {
            api.refresh("instant").assertOk();
        }
        api.status("instant", first).assertOk();

        String newest = api.refresh("instant").at("/body/jobId");

        api.status("instant", first)
                .assertError(
                        404,
                        "jobId",
                        "Connection \"instant\" has no run \"%s\"; leave jobId out to see its newest one"
                                .formatted(first));
        api.status("instant", second).assertOk();
        api.status("instant", newest).assertOk();
        api.status("stuck", stuck).assertOk();
    }

    @Test
    void aConnectionWhoseLastRunIsKeptNoLongerHasNone(ApiClient api) {
        api.refresh("initiation-fails").assertOk();
        for (int i = 0; i < 1000; i++) {
            api.refresh("instant").assertOk();
        }

        api.status("initiation-fails").assertStatus(404);
        assertThat(api.connection("initiation-fails").json().at("/body").has("lastRun"))
                .isFalse();
        assertThat(api.connection("initiation-fails").json().at("/body").has("lastRunJobId"))
                .isFalse();
    }

    @Test
    void onlyTheNewestThousandBatchesAreKept(ApiClient api) {
        String batch = "[{\"connectionId\": \"instant\"}]";
        String first = api.batch(batch).at("/body/batchRefreshId");
        String second = api.batch(batch).at("/body/batchRefreshId");
        for (int i = 0; i < 998; i++) {
            api.batch(batch).assertOk();
        }
        api.batchStatus(first).assertOk();

        api.batch(batch).assertOk();

        api.batchStatus(first)
                .assertError(
                        404,
                        "batchId",
                        "There is no batch \"%s\" in this sandbox; refreshBatch returns its ID".formatted(first));
        api.batchStatus(second).assertOk();
    }

    @Test
    void aThousandRunsMayBeActive(ApiClient api) {
        api.changeSettings("{'overlap': 'allow'}");
        String first = api.refresh("slow").at("/body/jobId");
        for (int i = 1; i < 1000; i++) {
            api.refresh("slow").assertOk();
        }

        api.refresh("instant")
                .assertError(
                        503,
                        null,
                        "There are 1000 active runs in this sandbox and 1 more would exceed the limit of 1000; let some finish");
        api.status("slow", first).assertOk();
        api.advanceClock(java.time.Duration.ofMinutes(1));
        api.refresh("instant").assertOk();
        assertThat(api.status("slow", first).status())
                .as("final and the oldest")
                .isEqualTo(404);
    }
}
