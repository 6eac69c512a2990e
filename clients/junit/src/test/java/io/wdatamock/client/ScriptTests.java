package io.wdatamock.client;

import static io.wdatamock.client.WdataMockDsl.cancelDestination;
import static io.wdatamock.client.WdataMockDsl.cancelSource;
import static io.wdatamock.client.WdataMockDsl.failDestination;
import static io.wdatamock.client.WdataMockDsl.failInitiation;
import static io.wdatamock.client.WdataMockDsl.failSource;
import static io.wdatamock.client.WdataMockDsl.stallDestination;
import static io.wdatamock.client.WdataMockDsl.stallSource;
import static io.wdatamock.client.WdataMockDsl.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.junit.WdataMockTest;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.lifecycle.Transition;
import io.wdatamock.wire.RunStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The runs of scripts, with and without a pacing. */
@WdataMockTest
class ScriptTests {

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(succeed(), "COMPLETE, COMPLETE"),
                Arguments.of(failSource(), "ERROR, CANCELLED"),
                Arguments.of(failDestination(), "COMPLETE, ERROR"),
                Arguments.of(cancelSource(), "CANCELLED, CANCELLED"),
                Arguments.of(cancelDestination(), "COMPLETE, CANCELLED"),
                Arguments.of(failInitiation(), "ERROR, CANCELLED"),
                Arguments.of(stallSource(), "RUNNING, NOT_STARTED"),
                Arguments.of(stallDestination(), "COMPLETE, RUNNING"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void runWithoutPacingIsCompleteAtOnce(Script script, String statuses, WdataMock mock) {
        mock.clock().freeze();
        mock.connection("slow").scripts(script);

        new VendorClient(mock).refresh("slow");

        assertThat(new VendorClient(mock).statuses("slow")).isEqualTo(statuses);
    }

    @Test
    void timedRunsFollowTheClock(WdataMock mock) {
        mock.clock().freeze();
        mock.connection("instant")
                .scripts(succeed().timed(Duration.ZERO, Duration.ofMinutes(2), Duration.ofMillis(1500)));
        VendorClient client = new VendorClient(mock);
        client.refresh("instant");
        assertThat(client.statuses("instant")).isEqualTo("RUNNING, NOT_STARTED");

        mock.clock().advance(Duration.ofMinutes(2));
        assertThat(client.statuses("instant")).isEqualTo("COMPLETE, RUNNING");

        mock.clock().advance(Duration.ofMillis(1500));
        assertThat(client.statuses("instant")).isEqualTo("COMPLETE, COMPLETE");
        assertThat(mock.connection("instant").runs().get(0).timeline())
                .extracting(Transition::stage)
                .containsExactly(Stage.QUEUED, Stage.SOURCE, Stage.DESTINATION, Stage.DONE);
    }

    @Test
    void polledRunsFollowThePolls(WdataMock mock) {
        mock.connection("instant").scripts(failDestination().polled(1));
        VendorClient client = new VendorClient(mock);
        client.refresh("instant");

        assertThat(Stream.generate(() -> client.statuses("instant")).limit(4))
                .containsExactly(
                        "NOT_STARTED, NOT_STARTED", "RUNNING, NOT_STARTED", "COMPLETE, RUNNING", "COMPLETE, ERROR");
    }

    @Test
    void onlyTheTestAdvancesManualRuns(WdataMock mock) {
        ConnectionControl instant = mock.connection("instant");
        instant.scripts(succeed().manual());
        new VendorClient(mock).refresh("instant");
        mock.clock().advance(Duration.ofDays(400));

        Run run = instant.advance();
        assertThat(run.sourceStatus()).isEqualTo(RunStatus.RUNNING);
        assertThat(instant.advance(run.jobId()).sourceStatus()).isEqualTo(RunStatus.COMPLETE);
        assertThat(instant.advance().destinationStatus()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void scriptCanUseTheDefaultPacing(WdataMock mock) {
        mock.settings(now -> now.defaultScript(succeed().manual()));

        mock.connection("instant").scripts(failSource().pacedByDefault());
        new VendorClient(mock).refresh("instant");

        assertThat(new VendorClient(mock).statuses("instant")).isEqualTo("NOT_STARTED, NOT_STARTED");
    }

    @Test
    void errorsAndMetadataKeepAllDigits(WdataMock mock) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("ratio", new BigDecimal("1.10"));
        metadata.put("nothing", null);
        metadata.put("nested", Map.of("größe", "✓"));
        Script script = failDestination()
                .error("The workbook is gone.")
                .sourceMetadata(metadata)
                .destinationMetadata(Collections.singletonMap("cells", 0));

        Connection connection = mock.connection("instant").scripts(script);
        assertThat(connection.scripts()).containsExactly(script);

        new VendorClient(mock).refresh("instant");
        Run run = mock.runs().get(0).run();
        assertThat(run.error()).isEqualTo("The workbook is gone.");
        assertThat(run.sourceMetadata()).isEqualTo(metadata);
        assertThat(run.destinationMetadata()).isEqualTo(Map.of("cells", 0));
    }
}
