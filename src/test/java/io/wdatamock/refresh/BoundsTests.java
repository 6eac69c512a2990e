package io.wdatamock.refresh;

import static io.wdatamock.refresh.RefreshSandbox.errorStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.ConnectionRunDto;
import io.wdatamock.wire.RefreshBatchDto;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A sandbox keeps up to a thousand done runs, active runs and batches. */
class BoundsTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final RefreshSandbox sandbox = new RefreshSandbox();

    @Test
    void upToAThousandDoneRunsAreKept() {
        List<String> jobs = sandbox.start("instant", 1000);

        assertThat(jobs)
                .allSatisfy(job ->
                        assertThat(sandbox.status("instant", job).jobId()).isEqualTo(job));
    }

    @Test
    void oldestDoneRunIsEvictedFirst() {
        List<String> jobs = sandbox.start("instant", 1002);

        assertThat(errorStatus(() -> sandbox.status("instant", jobs.get(0)))).isEqualTo(404);
        assertThat(errorStatus(() -> sandbox.status("instant", jobs.get(1)))).isEqualTo(404);
        assertThat(jobs.subList(2, 1002))
                .allSatisfy(job ->
                        assertThat(sandbox.status("instant", job).jobId()).isEqualTo(job));
    }

    @Test
    void runsThatTheClockFinishedAreDoneRuns() {
        List<String> jobs = sandbox.start("timed", 1000);
        sandbox.pass(LONG);

        sandbox.start("instant", 2);

        assertThat(errorStatus(() -> sandbox.status("timed", jobs.get(0)))).isEqualTo(404);
        assertThat(errorStatus(() -> sandbox.status("timed", jobs.get(1)))).isEqualTo(404);
        assertThat(sandbox.status("timed", jobs.get(2)).jobId()).isEqualTo(jobs.get(2));
    }

    @Test
    void activeRunsAreNeverEvicted() {
        String active = sandbox.start("manual");

        sandbox.start("instant", 2500);

        assertThat(sandbox.status("manual", active).jobId()).isEqualTo(active);
        assertThat(sandbox.connection("manual").lastRunJobId()).isEqualTo(active);
    }

    @Test
    void moreThanAThousandActiveRunsAreRejected() {
        sandbox.start("manual", 1000);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> sandbox.start("instant"))
                .withMessage("There are 1000 active runs in this sandbox and 1 more would exceed the limit of 1000;"
                        + " let some finish")
                .satisfies(error -> assertThat(error.status()).isEqualTo(503));
    }

    @Test
    void batchThatDoesNotFitStartsNoRun() {
        sandbox.start("manual", 999);

        assertThat(errorStatus(() -> sandbox.startBatch("timed", "polled"))).isEqualTo(503);

        assertThat(sandbox.connection("timed").lastRunJobId()).isNull();
        assertThat(sandbox.startBatch("timed").childRefreshes()).hasSize(1);
    }

    @Test
    void runsFinishedByTheClockMakeRoom() {
        sandbox.start("timed", 500);
        sandbox.start("manual", 500);
        assertThat(errorStatus(() -> sandbox.start("manual"))).isEqualTo(503);

        sandbox.pass(LONG);

        assertThat(sandbox.start("manual", 500)).hasSize(500);
        assertThat(errorStatus(() -> sandbox.start("manual"))).isEqualTo(503);
    }

    @Test
    void runsFinishedByReadsMakeRoom() {
        String polled = sandbox.start("polled");
        sandbox.start("manual", 999);

        for (int i = 0; i < 4; i++) {
            assertThat(errorStatus(() -> sandbox.start("manual"))).isEqualTo(503);
            sandbox.status("polled", polled);
        }

        assertThat(sandbox.start("manual")).isNotEmpty();
    }

    @Test
    void batchIsEvictedWithItsFirstEvictedRun() {
        RefreshBatchDto batch = sandbox.startBatch("instant", "other");
        sandbox.start("instant", 998);
        assertThat(sandbox.batchStatus(batch.batchRefreshId()).childRefreshes()).hasSize(2);

        sandbox.start("instant");

        ConnectionRunDto left = batch.childRefreshes().get(1);
        assertThat(errorStatus(() -> sandbox.batchStatus(batch.batchRefreshId())))
                .isEqualTo(404);
        assertThat(sandbox.status("other", left.jobId()).jobId()).isEqualTo(left.jobId());
    }

    @Test
    void batchWithAnActiveRunIsEvictedWithADoneOne() {
        RefreshBatchDto batch = sandbox.startBatch("manual", "instant");

        sandbox.start("other", 1000);

        String active = batch.childRefreshes().get(0).jobId();
        assertThat(errorStatus(() -> sandbox.batchStatus(batch.batchRefreshId())))
                .isEqualTo(404);
        assertThat(sandbox.status("manual", active).jobId()).isEqualTo(active);
    }

    @Test
    void oldestBatchIsEvictedFirst() {
        List<RefreshBatchDto> batches =
                Stream.generate(() -> sandbox.startBatch("manual")).limit(999).toList();
        RefreshBatchDto thousandth = sandbox.startBatch("instant");
        String oldest = batches.get(0).batchRefreshId();
        assertThat(sandbox.batchStatus(oldest).childRefreshes()).hasSize(1);

        sandbox.startBatch("other");

        String active = batches.get(0).childRefreshes().get(0).jobId();
        assertThat(errorStatus(() -> sandbox.batchStatus(oldest))).isEqualTo(404);
        assertThat(sandbox.status("manual", active).jobId()).isEqualTo(active);
        assertThat(sandbox.batchStatus(batches.get(1).batchRefreshId()).childRefreshes())
                .hasSize(1);
        assertThat(sandbox.batchStatus(thousandth.batchRefreshId()).childRefreshes())
                .hasSize(1);
    }

    @Test
    void connectionWithoutRunsLooksNew() {
        sandbox.start("other");

        sandbox.start("instant", 1000);

        assertThat(sandbox.connection("other").lastRun()).isNull();
        assertThat(sandbox.connection("other").lastRunJobId()).isNull();
        assertThat(errorStatus(() -> sandbox.status("other", null))).isEqualTo(404);
    }

    @Test
    void lastRunIsTheNewestRemainingRun() {
        String active = sandbox.start("manual-then-instant");
        String done = sandbox.start("manual-then-instant");
        assertThat(sandbox.connection("manual-then-instant").lastRunJobId()).isEqualTo(done);

        sandbox.start("instant", 1000);

        assertThat(sandbox.connection("manual-then-instant").lastRunJobId()).isEqualTo(active);
        assertThat(sandbox.status("manual-then-instant", null).jobId()).isEqualTo(active);
        assertThat(errorStatus(() -> sandbox.status("manual-then-instant", done)))
                .isEqualTo(404);
    }
}
