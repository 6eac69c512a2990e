package io.wdatamock.client;

import static io.wdatamock.client.WdataMockDsl.anyRequest;
import static io.wdatamock.client.WdataMockDsl.connection;
import static io.wdatamock.client.WdataMockDsl.delay;
import static io.wdatamock.client.WdataMockDsl.disconnect;
import static io.wdatamock.client.WdataMockDsl.failSource;
import static io.wdatamock.client.WdataMockDsl.fault;
import static io.wdatamock.client.WdataMockDsl.hold;
import static io.wdatamock.client.WdataMockDsl.malformed;
import static io.wdatamock.client.WdataMockDsl.never;
import static io.wdatamock.client.WdataMockDsl.refreshConnection;
import static io.wdatamock.client.WdataMockDsl.slow;
import static io.wdatamock.client.WdataMockDsl.status;
import static io.wdatamock.client.WdataMockDsl.succeed;
import static io.wdatamock.client.WdataMockDsl.truncate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.wdatamock.auth.AuthMode;
import io.wdatamock.connection.Access;
import io.wdatamock.junit.WdataMockTest;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.sandbox.ClockReading;
import io.wdatamock.time.ClockMode;
import io.wdatamock.wire.ItemType;
import io.wdatamock.wire.VendorOperation;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The clock, faults, connections, settings and snapshots of a sandbox. */
@WdataMockTest
class ControlTests {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void clockStopsAdvancesAndRuns(WdataMock mock) {
        MockClock clock = mock.clock();

        assertThat(clock.read().mode()).isEqualTo(ClockMode.RUNNING);
        assertThat(clock.freeze(NOON)).isEqualTo(new ClockReading(NOON, ClockMode.FROZEN, null));
        assertThat(clock.advance(Duration.ofMillis(1500)).now()).isEqualTo(NOON.plusMillis(1500));
        assertThat(clock.set(NOON).now()).isEqualTo(NOON);
        assertThat(clock.freeze()).isEqualTo(new ClockReading(NOON, ClockMode.FROZEN, null));
        assertThat(clock.run().mode()).isEqualTo(ClockMode.RUNNING);
        assertThat(clock.read().now()).isBetween(NOON, NOON.plusSeconds(60));
        assertThat(clock.release().now()).isAfter(NOON.plusSeconds(60));
    }

    @Test
    void clockRunsAtAMultipleOfRealTime(WdataMock mock) {
        mock.clock().freeze(NOON);

        assertThat(mock.clock().run(10_000).rate()).isEqualTo(10_000);

        mock.verifyDuring(anyRequest().times(never()), Duration.ofMillis(50));
        assertThat(mock.clock().read().now()).isAfter(NOON.plusSeconds(400));
        assertThat(mock.clock().freeze().rate()).isNull();
    }

    @Test
    void clockAdvancesToWhatTheRunsDo(WdataMock mock) {
        mock.clock().freeze(NOON);
        mock.connection("slow").scripts(succeed().timed(seconds(1), seconds(120), seconds(3)));
        new VendorClient(mock).refresh("slow");

        assertThat(mock.clock().advanceToNextChange().now()).isEqualTo(NOON.plusSeconds(1));
        assertThat(mock.clock().advanceUntil("slow", Stage.DESTINATION).now()).isEqualTo(NOON.plusSeconds(121));
        String jobId = mock.runs().get(0).run().jobId();
        assertThat(mock.clock().advanceRunUntil(jobId, Stage.DONE).now()).isEqualTo(NOON.plusSeconds(124));
        assertThatThrownBy(() -> mock.clock().advanceToNextChange())
                .isInstanceOf(WdataMockException.class)
                .hasMessageContaining("the clock moves none of the runs");
    }

    @Test
    void faultsApplyToMatchingRequests(WdataMock mock) {
        Fault fault = fault(status(503).message("Down").retryAfter(Duration.ofSeconds(2)))
                .on(VendorOperation.GET_CONNECTION, "instant")
                .skip(1)
                .times(1);
        ActiveFault active = mock.faults().add(fault);
        VendorClient client = new VendorClient(mock);

        assertThat(client.connection("slow").statusCode()).isEqualTo(200);
        assertThat(client.connection("instant").statusCode()).isEqualTo(200);
        HttpResponse<String> failed = client.connection("instant");
        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(failed.body()).contains("\"Down\"");
        assertThat(failed.headers().firstValue("Retry-After")).contains("2");
        assertThat(client.connection("instant").statusCode()).isEqualTo(200);

        assertThat(mock.faults().all())
                .filteredOn(known -> known.id().equals(active.id()))
                .singleElement()
                .satisfies(known -> assertThat(known.hits()).isOne())
                .satisfies(known -> assertThat(known.fault().effect()).isEqualTo(fault.effect()));
    }

    @Test
    void responseCanBeLostAfterTheOperation(WdataMock mock) {
        mock.faults()
                .add(fault(disconnect())
                        .on(VendorOperation.REFRESH_CONNECTION)
                        .times(1)
                        .after());
        VendorClient client = new VendorClient(mock);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.refresh("instant"));

        assertThat(client.status("instant").statusCode()).isEqualTo(200);
    }

    @Test
    void responsesCanBeTruncatedDelayedSlowOrMalformed(WdataMock mock) {
        ActiveFault truncated = mock.faults().add(fault(truncate()).on(VendorOperation.GET_CONNECTION));
        VendorClient client = new VendorClient(mock);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.connection("instant"));
        mock.faults().delete(truncated);

        mock.faults().add(fault(delay(Duration.ofMillis(200))).on(VendorOperation.GET_CONNECTION));
        assertThat(client.connection("instant").statusCode()).isEqualTo(200);
        assertThat(mock.requests().requests().get(0).durationMs()).isGreaterThan(199.0);
        mock.faults().deleteAll();

        mock.faults().add(fault(delay(Duration.ofMillis(1), Duration.ofMillis(2))));
        assertThat(client.connection("instant").statusCode()).isEqualTo(200);
        mock.faults().deleteAll();

        mock.faults().add(fault(slow(Duration.ofMillis(200))).times(1));
        assertThat(client.connection("instant").body()).endsWith("}");
        assertThat(mock.requests().requests().get(0).explanation()).contains("slow response over PT0.2S");

        mock.faults().add(fault(malformed()).times(1));
        assertThat(client.connection("instant").body()).startsWith("<html>");

        mock.faults().add(fault(status(500)).probability(0));
        assertThat(client.connection("instant").statusCode()).isEqualTo(200);
    }

    @Test
    void profileAddsItsFaults(WdataMock mock) {
        FaultProfile profile = mock.faults().profiles().stream()
                .filter(known -> known.name().equals("maintenance"))
                .findFirst()
                .orElseThrow();

        assertThat(mock.faults().addProfile("maintenance"))
                .extracting(ActiveFault::fault)
                .isEqualTo(profile.faults());
        assertThat(new VendorClient(mock).connection("instant").statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> mock.faults().addProfile("none"))
                .isInstanceOf(WdataMockException.class)
                .hasMessageContaining("must be one of");
    }

    @Test
    void heldRequestIsReleasedWithItsFault(WdataMock mock) {
        ActiveFault held = mock.faults().add(fault(hold()).on(VendorOperation.REFRESH_CONNECTION));
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(
                () -> new VendorClient(mock).refresh("instant").statusCode());

        mock.verifyDuring(refreshConnection("instant").times(never()), Duration.ofMillis(200));
        assertThat(answer).isNotDone();
        mock.faults().delete(held);

        assertThat(answer.join()).isEqualTo(200);
    }

    @Test
    void connectionsAreCreatedAndDeleted(WdataMock mock) {
        ConnectionControl payroll = mock.connection("payroll");

        Connection made = payroll.put(connection()
                .name("Payroll")
                .sourceType(ItemType.WDATA_TABLE)
                .access(Access.LOCKED)
                .metadata(Map.of("owner", "HR"))
                .created(NOON)
                .scripts(failSource().polled(2)));

        assertThat(made).isEqualTo(payroll.get());
        assertThat(made.metadata()).isEqualTo(Map.of("owner", "HR"));
        assertThat(made.scripts()).containsExactly(failSource().polled(2));
        assertThat(new VendorClient(mock).refresh("payroll").statusCode()).isEqualTo(423);
        assertThat(mock.connections()).contains(made);
        payroll.delete();
        assertThat(mock.connections()).doesNotContain(made);
    }

    @Test
    void settingsChangeIndividually(WdataMock mock) {
        Settings before = mock.settings();

        mock.settings(now -> now.auth(AuthMode.ISSUED).rateLimit(1000));

        assertThat(mock.settings()).isEqualTo(before.auth(AuthMode.ISSUED).rateLimit(1000));
        assertThat(new VendorClient(mock).refresh("instant").statusCode()).isEqualTo(401);
        assertThat(new VendorClient(mock.baseUrl(), mock.token())
                        .refresh("instant")
                        .statusCode())
                .isEqualTo(200);
        assertThat(mock.settings(Settings::noRateLimit).rateLimit()).isNull();
    }

    @Test
    void rateLimitCanCountAsTheVendorDoes(WdataMock mock) {
        RateLimit limit = RateLimit.perMinuteAndOperation(2);

        mock.settings(now -> now.rateLimit(limit));

        assertThat(mock.settings().rateLimit()).isEqualTo(limit);
        VendorClient client = new VendorClient(mock);
        assertThat(client.refresh("instant").statusCode()).isEqualTo(200);
        assertThat(client.refresh("instant").statusCode()).isEqualTo(200);
        assertThat(client.refresh("instant").headers().firstValue("Retry-After"))
                .hasValue("30");
    }

    @Test
    void sourceOfAConnectionCanBeMissing(WdataMock mock) {
        ConnectionControl connection = mock.connection("orphan");

        Connection made = connection.put(connection().sourceResource(SourceResource.notFound()));

        assertThat(made.sourceResource()).isEqualTo(SourceResource.notFound());
        assertThat(made.destinationWorkbook()).isNull();
        assertThat(connection.put(connection().sourceWorkbook("w")).sourceWorkbook())
                .isEqualTo("w");
    }

    @Test
    void resetRestoresTheSeed(WdataMock mock) {
        mock.connection("instant").delete();
        mock.clock().freeze();
        new VendorClient(mock).refresh("stuck");

        mock.reset();

        assertThat(mock.connection("instant").get().lastRun()).isNull();
        assertThat(mock.clock().read().mode()).isEqualTo(ClockMode.RUNNING);
        assertThat(mock.runs()).isEmpty();
        assertThat(mock.requests().total()).isZero();
    }

    @Test
    void snapshotContainsTheSandbox(WdataMock mock) {
        mock.clock().freeze(NOON.plus(Duration.ofDays(3000)));
        new VendorClient(mock).refresh("stuck");
        Snapshot snapshot = mock.snapshot();
        mock.reset();

        mock.restore(snapshot);

        assertThat(new VendorClient(mock).refresh("stuck").statusCode()).isEqualTo(409);
        assertThat(mock.snapshot()).isEqualTo(snapshot);
    }

    @Test
    void rejectionIsAnExceptionWithTheReason(WdataMock mock) {
        assertThatThrownBy(() -> mock.faults().add(fault(status(200))))
                .isInstanceOf(WdataMockException.class)
                .hasMessage("POST %s/__mock/faults was answered with 400: ".formatted(mock.baseUrl())
                        + "effect.status was 200, but must be from 400 to 599")
                .asInstanceOf(type(WdataMockException.class))
                .satisfies(refused -> assertThat(refused.problem().orElseThrow().errors())
                        .singleElement()
                        .returns("effect.status", Problem.Detail::target));
        assertThatThrownBy(() -> mock.connection("none such").get())
                .isInstanceOf(WdataMockException.class)
                .hasMessageContaining("There is no connection \"none such\"");
    }

    @Test
    void wrongValueOfASharedRecordIsReportedWithoutTheServer() {
        assertThatThrownBy(() -> failSource().polled(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reads was 0, but must be from 1 to 1000000");
    }

    @Test
    void missingServerIsReported() {
        assertThatThrownBy(() -> WdataMock.at("http://127.0.0.1:1/").reset())
                .isInstanceOf(WdataMockException.class)
                .hasMessageContaining("POST http://127.0.0.1:1/__mock/reset was not answered")
                .hasMessageEndingWith("is the server running there?");
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
