package io.wdatamock.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wdatamock.wire.JsonObject;
import io.wdatamock.wire.WireJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Validation and defaults of scripts. */
class ScriptTests {

    private static final Script PACED_BY_READS = new Script(Outcome.FAIL_SOURCE, new Pacing.Polled(7));

    @Test
    void outcomeIsRequired() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Script(null, Pacing.Timed.DEFAULT))
                .withMessage("outcome is missing; a script needs one");
    }

    @Test
    void missingPacingComesFromTheDefaultScript() {
        Script own = new Script(Outcome.SUCCEED, null, "own", JsonObject.EMPTY, null);

        assertThat(own.plan(PACED_BY_READS)).isEqualTo(new Plan(Outcome.SUCCEED, new Pacing.Polled(7)));
        assertThat(own.pacedLike(PACED_BY_READS))
                .isEqualTo(new Script(Outcome.SUCCEED, new Pacing.Polled(7), "own", JsonObject.EMPTY, null));
    }

    @Test
    void ownPacingIsKept() {
        Script own = new Script(Outcome.SUCCEED, new Pacing.Manual());

        assertThat(own.plan(PACED_BY_READS)).isEqualTo(new Plan(Outcome.SUCCEED, new Pacing.Manual()));
        assertThat(own.pacedLike(PACED_BY_READS)).isSameAs(own);
    }

    @Test
    void pacingIsTimedByDefault() {
        Script bare = new Script(Outcome.SUCCEED, null);

        assertThat(bare.plan(bare)).isEqualTo(new Plan(Outcome.SUCCEED, Pacing.Timed.DEFAULT));
    }

    @Test
    void changedOutcomeKeepsTheOtherFields() {
        Script script = new Script(Outcome.SUCCEED, new Pacing.Manual(), "why", JsonObject.EMPTY, JsonObject.EMPTY);

        assertThat(script.withOutcome(Outcome.FAIL_DESTINATION))
                .isEqualTo(new Script(
                        Outcome.FAIL_DESTINATION, new Pacing.Manual(), "why", JsonObject.EMPTY, JsonObject.EMPTY));
    }

    @Test
    void missingDurationsHaveDefaults() {
        assertThat(new Pacing.Timed(null, null, null)).isEqualTo(Pacing.Timed.DEFAULT);
        assertThat(new Pacing.Timed(null, Duration.ZERO, null))
                .isEqualTo(new Pacing.Timed(Duration.ofMillis(250), Duration.ZERO, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    queued          | source | destination | message
                    PT-0.000000001S | PT0S   | PT0S        | queued was PT-0.000000001S, but must last from PT0S to PT8760H
                    PT0S            | PT-1S  | PT0S        | source was PT-1S, but must last from PT0S to PT8760H
                    PT0S            | PT0S   | P366D       | destination was PT8784H, but must last from PT0S to PT8760H
                    PT8760H0.001S   | PT0S   | PT0S        | queued was PT8760H0.001S, but must last from PT0S to PT8760H
                    """)
    void durationsOutOfBoundsAreRejected(Duration queued, Duration source, Duration destination, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pacing.Timed(queued, source, destination))
                .withMessage(message);
    }

    @Test
    void maximumDurationsAreAllowed() {
        Duration year = Duration.ofDays(365);

        assertThat(new Pacing.Timed(year, year, year).length(Stage.DESTINATION)).contains(year);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_001, Integer.MAX_VALUE})
    void readsOutOfBoundsAreRejected(int reads) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pacing.Polled(reads))
                .withMessage("reads was " + reads + ", but must be from 1 to 1000000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000_000})
    void readsUpToTheirBoundsAreAllowed(int reads) {
        assertThat(new Pacing.Polled(reads).endsAfter(reads)).isTrue();
        assertThat(new Pacing.Polled(reads).endsAfter(reads - 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"outcome":"succeed"}""", """
                {"outcome":"fail_source","pacing":{"type":"polled","reads":2},"error":"why"}""", """
                {"outcome":"stall_source","pacing":{"type":"manual"}}""", """
                {"outcome":"cancel_source","pacing":{"type":"timed","queued":"PT0S","source":"PT2S","destination":"PT1S"}}""", """
                {"outcome":"succeed","sourceMetadata":{"a":1.10},"destinationMetadata":{}}"""})
    void jsonRoundTripIsLossless(String json) {
        Script script = WireJson.MAPPER.readValue(json, Script.class);

        assertThat(WireJson.MAPPER.writeValueAsString(script)).isEqualTo(json);
    }
}
