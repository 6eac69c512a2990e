package sample;

import static io.wdatamock.client.WdataMockDsl.*;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wdatamock.auth.AuthMode;
import io.wdatamock.client.ActiveFault;
import io.wdatamock.client.RateLimit;
import io.wdatamock.client.Requests;
import io.wdatamock.client.Snapshot;
import io.wdatamock.client.WdataMock;
import io.wdatamock.client.WdataMockException;
import io.wdatamock.config.Validation;
import io.wdatamock.connection.Access;
import io.wdatamock.junit.WdataMockTest;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.wire.ItemType;
import io.wdatamock.wire.RunStatus;
import io.wdatamock.wire.VendorOperation;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of docs/junit.md. */
@WdataMockTest
class ControlTests {

    private final WdataMock mock;

    ControlTests(WdataMock mock) {
        this.mock = mock;
    }

    @BeforeEach
    void standStill() {
        mock.clock().freeze(Instant.parse("2026-06-01T12:00:00Z"));
    }

    @Test
    void scripts() {
        mock.connection("slow")
                .scripts(
                        failSource().error("The query timed out."),
                        succeed().timed(ofSeconds(1), ofMinutes(2), ofSeconds(3)),
                        failDestination().polled(2),
                        stallDestination().manual());

        assertThrows(IllegalStateException.class, () -> new SyncJob(mock.baseUrl(), "any", "slow").run());
        mock.verify(refreshConnection("slow").answered(409), exactly(1));
    }

    @Test
    void time() {
        mock.connection("slow").scripts(succeed().timed(ofSeconds(1), ofMinutes(2), ofSeconds(3)));
        assertThrows(IllegalStateException.class, () -> new SyncJob(mock.baseUrl(), "any", "slow").run());
        mock.clock().freeze();
        mock.clock().advance(ofMinutes(5));
        assertEquals(
                RunStatus.COMPLETE, mock.connection("slow").runs().get(0).run().destinationStatus());
        mock.clock().release();
    }

    @Test
    void timeOfRuns() {
        mock.connection("slow").scripts(succeed().timed(ofSeconds(1), ofMinutes(2), ofSeconds(3)));
        assertThrows(IllegalStateException.class, () -> new SyncJob(mock.baseUrl(), "any", "slow").run());
        mock.clock().advanceToNextChange();
        mock.clock().advanceUntil("slow", Stage.DONE);
        mock.clock().run(60);
        mock.clock().set(Instant.parse("2030-01-01T00:00:00Z"));
        mock.clock().release();
    }

    @Test
    void byHand() {
        mock.connection("slow").scripts(succeed().manual());
        assertThrows(IllegalStateException.class, () -> new SyncJob(mock.baseUrl(), "any", "slow").run());
        assertEquals(RunStatus.RUNNING, mock.connection("slow").advance().sourceStatus());
        assertEquals(RunStatus.COMPLETE, mock.connection("slow").advance().sourceStatus());
    }

    @Test
    void errors() {
        mock.faults()
                .add(fault(status(503).message("Down for maintenance").retryAfter(ofSeconds(2)))
                        .on(VendorOperation.REFRESH_CONNECTION, "instant")
                        .times(2));
        assertEquals(3, new SyncJob(mock.baseUrl()).run());
    }

    @Test
    void lostAnswers() {
        mock.faults()
                .add(fault(disconnect())
                        .on(VendorOperation.REFRESH_CONNECTION)
                        .times(1)
                        .after());
        new SyncJob(mock.baseUrl()).run();
        mock.verify(refreshConnection("instant"), exactly(2));
    }

    @Test
    void slowAnswers() {
        mock.faults().add(fault(delay(ofMillis(20), ofMillis(300))));
        assertEquals(1, new SyncJob(mock.baseUrl()).run());
    }

    @Test
    void profiles() {
        mock.faults().addProfile("maintenance");
        assertThrows(IllegalStateException.class, () -> new SyncJob(mock.baseUrl()).run());
    }

    @Test
    void heldRequests() {
        ActiveFault held = mock.faults().add(fault(hold()).on(VendorOperation.REFRESH_CONNECTION));
        CompletableFuture<Integer> sync = CompletableFuture.supplyAsync(() -> new SyncJob(mock.baseUrl()).run());
        mock.verifyDuring(refreshConnection("instant").times(never()), ofMillis(200)); // the job waits
        mock.faults().delete(held);
        assertEquals(1, sync.join());
    }

    @Test
    void connections() {
        mock.connection("payroll")
                .put(connection()
                        .sourceType(ItemType.WDATA_TABLE)
                        .access(Access.LOCKED)
                        .scripts(succeed()));
        assertThrows(IllegalStateException.class, () -> new SyncJob(mock.baseUrl(), "any", "payroll").run());
        mock.verify(refreshConnection("payroll").answered(423), exactly(3));
        mock.connection("payroll").delete();
    }

    @Test
    void strictness() {
        mock.settings(
                now -> now.auth(AuthMode.ISSUED).validation(Validation.STRICT).rateLimit(50));
        assertThrows(IllegalStateException.class, () -> new SyncJob(mock.baseUrl(), "forged", "instant").run());
        new SyncJob(mock.baseUrl(), mock.token(), "instant").run();
        mock.settings(now -> now.rateLimit(RateLimit.perMinuteAndOperation(60))); // as the vendor counts
        assertEquals(RateLimit.perMinuteAndOperation(60), mock.settings().rateLimit());
        new SyncJob(mock.baseUrl(), mock.token(), "instant").run();
    }

    @Test
    void expectations() {
        new SyncJob(mock.baseUrl()).run();
        mock.verify(refreshConnection("instant"));
        mock.verify(refreshConnection("instant").answered(200), exactly(1));
        mock.verify(refreshConnection("instant").withBody(Map.of("sourceParameters", Map.of("year", 2026))));
        mock.verify(getRefreshStatus("instant"), atMost(10));
        mock.verify(issueToken(), never());
        Requests journal = mock.requests();
        assertEquals(
                "Connection \"instant\" took script 1 of 1: succeed, timed (queued PT0S, source PT0S, destination PT0S).",
                journal.requests().get(0).explanation());
    }

    @Test
    void requestsToCome() {
        CompletableFuture<Integer> sync = CompletableFuture.supplyAsync(() -> new SyncJob(mock.baseUrl()).run());
        mock.await(refreshConnection("instant"), ofSeconds(5));
        sync.join();
        mock.verifyDuring(refreshConnection("instant").times(exactly(1)), ofMillis(200));
    }

    @Test
    void orderAndPace() {
        mock.clock().run();
        mock.connection("instant").scripts(failSource(), succeed());
        new SyncJob(mock.baseUrl()).run();
        mock.verify(inOrder(refreshConnection("instant"), refreshConnection("instant")));
        mock.verify(inOrder(refreshConnection("instant"), refreshConnection("instant"))
                .strictly());
        mock.verify(refreshConnection("instant"), spacedAtMost(ofSeconds(10)));
        mock.verify(refreshConnection("instant").times(exactly(2)).afterRetryAfter());
    }

    @Test
    void startingAgain() {
        Snapshot snapshot = mock.snapshot();
        mock.connection("instant").delete();
        mock.restore(snapshot);
        new SyncJob(mock.baseUrl()).run();
        mock.reset();
        mock.verify(anyRequest(), never());
    }

    @Test
    void refusals() {
        WdataMockException refused =
                assertThrows(WdataMockException.class, () -> mock.faults().add(fault(status(200))));
        assertEquals(
                "effect.status was 200, but must be from 400 to 599",
                refused.problem().orElseThrow().detail());
    }
}
