package io.wdatamock.lifecycle;

import static io.wdatamock.lifecycle.RunSamples.START;
import static io.wdatamock.lifecycle.RunSamples.advanced;
import static io.wdatamock.lifecycle.RunSamples.millis;
import static io.wdatamock.lifecycle.RunSamples.read;
import static io.wdatamock.lifecycle.RunSamples.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.wire.RunStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Manual runs. */
class ManualRunTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    outcome            | advances | stage       | source      | destination
                    SUCCEED            | 0        | QUEUED      | NOT_STARTED | NOT_STARTED
                    SUCCEED            | 1        | SOURCE      | RUNNING     | NOT_STARTED
                    SUCCEED            | 2        | DESTINATION | COMPLETE    | RUNNING
                    SUCCEED            | 3        | DONE        | COMPLETE    | COMPLETE
                    FAIL_SOURCE        | 0        | QUEUED      | NOT_STARTED | NOT_STARTED
                    FAIL_SOURCE        | 1        | SOURCE      | RUNNING     | NOT_STARTED
                    FAIL_SOURCE        | 2        | DONE        | ERROR       | CANCELLED
                    FAIL_DESTINATION   | 0        | QUEUED      | NOT_STARTED | NOT_STARTED
                    FAIL_DESTINATION   | 1        | SOURCE      | RUNNING     | NOT_STARTED
                    FAIL_DESTINATION   | 2        | DESTINATION | COMPLETE    | RUNNING
                    FAIL_DESTINATION   | 3        | DONE        | COMPLETE    | ERROR
                    CANCEL_SOURCE      | 0        | QUEUED      | NOT_STARTED | NOT_STARTED
                    CANCEL_SOURCE      | 1        | SOURCE      | RUNNING     | NOT_STARTED
                    CANCEL_SOURCE      | 2        | DONE        | CANCELLED   | CANCELLED
                    CANCEL_DESTINATION | 0        | QUEUED      | NOT_STARTED | NOT_STARTED
                    CANCEL_DESTINATION | 1        | SOURCE      | RUNNING     | NOT_STARTED
                    CANCEL_DESTINATION | 2        | DESTINATION | COMPLETE    | RUNNING
                    CANCEL_DESTINATION | 3        | DONE        | COMPLETE    | CANCELLED
                    FAIL_INITIATION    | 0        | DONE        | ERROR       | CANCELLED
                    STALL_SOURCE       | 0        | QUEUED      | NOT_STARTED | NOT_STARTED
                    STALL_SOURCE       | 1        | SOURCE      | RUNNING     | NOT_STARTED
                    STALL_SOURCE       | 2        | DESTINATION | COMPLETE    | RUNNING
                    STALL_SOURCE       | 3        | DONE        | COMPLETE    | COMPLETE
                    STALL_DESTINATION  | 0        | QUEUED      | NOT_STARTED | NOT_STARTED
                    STALL_DESTINATION  | 1        | SOURCE      | RUNNING     | NOT_STARTED
                    STALL_DESTINATION  | 2        | DESTINATION | COMPLETE    | RUNNING
                    STALL_DESTINATION  | 3        | DONE        | COMPLETE    | COMPLETE
                    """)
    void eachAdvanceStartsTheNextStage(
            Outcome outcome, int advances, Stage stage, RunStatus source, RunStatus destination) {
        RunState state = advanced(run(outcome, new Pacing.Manual()), advances).at(START);

        assertThat(state.stage()).isEqualTo(stage);
        assertThat(state.statuses()).isEqualTo(new SideStatuses(source, destination));
    }

    @ParameterizedTest
    @EnumSource
    void neitherTimeNorReadsMoveTheRun(Outcome outcome) {
        Run run = run(outcome, new Pacing.Manual());

        assertThat(read(run, 50)).isSameAs(run);
        assertThat(run.at(millis(Long.MAX_VALUE / 1_000_000))).isEqualTo(run.at(START));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAIL_INITIATION")
    void endIsNotKnownInAdvance(Outcome outcome) {
        assertThat(run(outcome, new Pacing.Manual()).doneAt()).isEmpty();
    }
}
