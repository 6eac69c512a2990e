package io.wdatamock.lifecycle;

import static io.wdatamock.lifecycle.RunSamples.millis;
import static io.wdatamock.lifecycle.RunSamples.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.wire.RunStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Timed runs: 250 ms in the queue, then one second for each side. */
class TimedRunTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    outcome            | elapsed ms  | stage       | source      | destination
                    SUCCEED            |           0 | QUEUED      | NOT_STARTED | NOT_STARTED
                    SUCCEED            |         249 | QUEUED      | NOT_STARTED | NOT_STARTED
                    SUCCEED            |         250 | SOURCE      | RUNNING     | NOT_STARTED
                    SUCCEED            |        1249 | SOURCE      | RUNNING     | NOT_STARTED
                    SUCCEED            |        1250 | DESTINATION | COMPLETE    | RUNNING
                    SUCCEED            |        2249 | DESTINATION | COMPLETE    | RUNNING
                    SUCCEED            |        2250 | DONE        | COMPLETE    | COMPLETE
                    SUCCEED            | 31536000000 | DONE        | COMPLETE    | COMPLETE
                    FAIL_SOURCE        |           0 | QUEUED      | NOT_STARTED | NOT_STARTED
                    FAIL_SOURCE        |         249 | QUEUED      | NOT_STARTED | NOT_STARTED
                    FAIL_SOURCE        |         250 | SOURCE      | RUNNING     | NOT_STARTED
                    FAIL_SOURCE        |        1249 | SOURCE      | RUNNING     | NOT_STARTED
                    FAIL_SOURCE        |        1250 | DONE        | ERROR       | CANCELLED
                    FAIL_SOURCE        |        2249 | DONE        | ERROR       | CANCELLED
                    FAIL_SOURCE        |        2250 | DONE        | ERROR       | CANCELLED
                    FAIL_SOURCE        | 31536000000 | DONE        | ERROR       | CANCELLED
                    FAIL_DESTINATION   |           0 | QUEUED      | NOT_STARTED | NOT_STARTED
                    FAIL_DESTINATION   |         249 | QUEUED      | NOT_STARTED | NOT_STARTED
                    FAIL_DESTINATION   |         250 | SOURCE      | RUNNING     | NOT_STARTED
                    FAIL_DESTINATION   |        1249 | SOURCE      | RUNNING     | NOT_STARTED
                    FAIL_DESTINATION   |        1250 | DESTINATION | COMPLETE    | RUNNING
                    FAIL_DESTINATION   |        2249 | DESTINATION | COMPLETE    | RUNNING
                    FAIL_DESTINATION   |        2250 | DONE        | COMPLETE    | ERROR
                    FAIL_DESTINATION   | 31536000000 | DONE        | COMPLETE    | ERROR
                    CANCEL_SOURCE      |           0 | QUEUED      | NOT_STARTED | NOT_STARTED
                    CANCEL_SOURCE      |         249 | QUEUED      | NOT_STARTED | NOT_STARTED
                    CANCEL_SOURCE      |         250 | SOURCE      | RUNNING     | NOT_STARTED
                    CANCEL_SOURCE      |        1249 | SOURCE      | RUNNING     | NOT_STARTED
                    CANCEL_SOURCE      |        1250 | DONE        | CANCELLED   | CANCELLED
                    CANCEL_SOURCE      |        2249 | DONE        | CANCELLED   | CANCELLED
                    CANCEL_SOURCE      |        2250 | DONE        | CANCELLED   | CANCELLED
                    CANCEL_SOURCE      | 31536000000 | DONE        | CANCELLED   | CANCELLED
                    CANCEL_DESTINATION |           0 | QUEUED      | NOT_STARTED | NOT_STARTED
                    CANCEL_DESTINATION |         249 | QUEUED      | NOT_STARTED | NOT_STARTED
                    CANCEL_DESTINATION |         250 | SOURCE      | RUNNING     | NOT_STARTED
                    CANCEL_DESTINATION |        1249 | SOURCE      | RUNNING     | NOT_STARTED
                    CANCEL_DESTINATION |        1250 | DESTINATION | COMPLETE    | RUNNING
                    CANCEL_DESTINATION |        2249 | DESTINATION | COMPLETE    | RUNNING
                    CANCEL_DESTINATION |        2250 | DONE        | COMPLETE    | CANCELLED
                    CANCEL_DESTINATION | 31536000000 | DONE        | COMPLETE    | CANCELLED
                    FAIL_INITIATION    |           0 | DONE        | ERROR       | CANCELLED
                    FAIL_INITIATION    |         249 | DONE        | ERROR       | CANCELLED
                    FAIL_INITIATION    |         250 | DONE        | ERROR       | CANCELLED
                    FAIL_INITIATION    |        1249 | DONE        | ERROR       | CANCELLED
                    FAIL_INITIATION    |        1250 | DONE        | ERROR       | CANCELLED
                    FAIL_INITIATION    |        2249 | DONE        | ERROR       | CANCELLED
                    FAIL_INITIATION    |        2250 | DONE        | ERROR       | CANCELLED
                    FAIL_INITIATION    | 31536000000 | DONE        | ERROR       | CANCELLED
                    STALL_SOURCE       |           0 | QUEUED      | NOT_STARTED | NOT_STARTED
                    STALL_SOURCE       |         249 | QUEUED      | NOT_STARTED | NOT_STARTED
                    STALL_SOURCE       |         250 | SOURCE      | RUNNING     | NOT_STARTED
                    STALL_SOURCE       |        1249 | SOURCE      | RUNNING     | NOT_STARTED
                    STALL_SOURCE       |        1250 | SOURCE      | RUNNING     | NOT_STARTED
                    STALL_SOURCE       |        2249 | SOURCE      | RUNNING     | NOT_STARTED
                    STALL_SOURCE       |        2250 | SOURCE      | RUNNING     | NOT_STARTED
                    STALL_SOURCE       | 31536000000 | SOURCE      | RUNNING     | NOT_STARTED
                    STALL_DESTINATION  |           0 | QUEUED      | NOT_STARTED | NOT_STARTED
                    STALL_DESTINATION  |         249 | QUEUED      | NOT_STARTED | NOT_STARTED
                    STALL_DESTINATION  |         250 | SOURCE      | RUNNING     | NOT_STARTED
                    STALL_DESTINATION  |        1249 | SOURCE      | RUNNING     | NOT_STARTED
                    STALL_DESTINATION  |        1250 | DESTINATION | COMPLETE    | RUNNING
                    STALL_DESTINATION  |        2249 | DESTINATION | COMPLETE    | RUNNING
                    STALL_DESTINATION  |        2250 | DESTINATION | COMPLETE    | RUNNING
                    STALL_DESTINATION  | 31536000000 | DESTINATION | COMPLETE    | RUNNING
                    """)
    void stageStartsAtItsFirstInstant(
            Outcome outcome, long elapsed, Stage stage, RunStatus source, RunStatus destination) {
        RunState state = run(outcome, Pacing.Timed.DEFAULT).at(millis(elapsed));

        assertThat(state.stage()).isEqualTo(stage);
        assertThat(state.statuses()).isEqualTo(new SideStatuses(source, destination));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    outcome            | queued | source | destination | at  | stages
                    SUCCEED            | 0      | 0      | 0           | 0   | queued@0 source@0 destination@0 done@0
                    SUCCEED            | 0      | 10     | 10          | 0   | queued@0 source@0
                    SUCCEED            | 10     | 0      | 10          | 9   | queued@0
                    SUCCEED            | 10     | 0      | 10          | 10  | queued@0 source@10 destination@10
                    SUCCEED            | 10     | 10     | 0           | 19  | queued@0 source@10
                    SUCCEED            | 10     | 10     | 0           | 20  | queued@0 source@10 destination@20 done@20
                    FAIL_SOURCE        | 0      | 0      | 10          | 0   | queued@0 source@0 done@0
                    FAIL_DESTINATION   | 0      | 0      | 0           | 0   | queued@0 source@0 destination@0 done@0
                    CANCEL_SOURCE      | 0      | 10     | 0           | 10  | queued@0 source@0 done@10
                    CANCEL_DESTINATION | 0      | 0      | 10          | 10  | queued@0 source@0 destination@0 done@10
                    FAIL_INITIATION    | 10     | 10     | 10          | 0   | queued@0 done@0
                    STALL_SOURCE       | 0      | 0      | 0           | 999 | queued@0 source@0
                    STALL_DESTINATION  | 0      | 0      | 0           | 999 | queued@0 source@0 destination@0
                    """)
    void stageOfZeroDurationIsSkipped(
            Outcome outcome, long queued, long source, long destination, long at, String stages) {
        Pacing pacing =
                new Pacing.Timed(Duration.ofMillis(queued), Duration.ofMillis(source), Duration.ofMillis(destination));

        List<Transition> timeline = run(outcome, pacing).at(millis(at)).timeline();

        assertThat(timeline.stream()
                        .map(entry -> entry.stage() + "@"
                                + Duration.between(RunSamples.START, entry.at()).toMillis()))
                .containsExactly(stages.split(" ", -1));
    }

    @ParameterizedTest
    @EnumSource
    void readsDoNotMoveTheRun(Outcome outcome) {
        Run run = run(outcome, Pacing.Timed.DEFAULT);

        assertThat(RunSamples.read(run, 50)).isEqualTo(run);
    }

    @ParameterizedTest
    @EnumSource
    void repeatedReadsShowTheSame(Outcome outcome) {
        Run run = run(outcome, Pacing.Timed.DEFAULT);
        RunState later = run.at(millis(2250));

        assertThat(run.at(millis(300))).isEqualTo(run.at(millis(300)));
        assertThat(run.at(millis(2250))).isEqualTo(later);
    }

    @Test
    void updatedIsTheInstantOfTheLastTransition() {
        Run run = run(Outcome.SUCCEED, Pacing.Timed.DEFAULT);

        assertThat(run.at(millis(249)).updated()).isEqualTo(millis(0));
        assertThat(run.at(millis(300)).updated()).isEqualTo(millis(250));
        assertThat(run.at(millis(9999)).updated()).isEqualTo(millis(2250));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    outcome            | done after ms
                    SUCCEED            | 2250
                    FAIL_SOURCE        | 1250
                    FAIL_DESTINATION   | 2250
                    CANCEL_SOURCE      | 1250
                    CANCEL_DESTINATION | 2250
                    FAIL_INITIATION    | 0
                    STALL_SOURCE       |
                    STALL_DESTINATION  |
                    """)
    void endIsKnownFromTheStartUnlessTheRunStalls(Outcome outcome, Long doneAfter) {
        assertThat(run(outcome, Pacing.Timed.DEFAULT).doneAt().orElse(null))
                .isEqualTo(doneAfter == null ? null : millis(doneAfter));
    }
}
