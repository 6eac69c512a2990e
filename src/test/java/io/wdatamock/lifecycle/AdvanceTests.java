package io.wdatamock.lifecycle;

import static io.wdatamock.lifecycle.RunSamples.START;
import static io.wdatamock.lifecycle.RunSamples.millis;
import static io.wdatamock.lifecycle.RunSamples.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Advances of timed, stalled and done runs. */
class AdvanceTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    outcome            | advanced at ms | seen at | timeline
                    SUCCEED            | 0              | 0       | queued@0 source@0
                    SUCCEED            | 0              | 999     | queued@0 source@0
                    SUCCEED            | 0              | 1000    | queued@0 source@0 destination@1000
                    SUCCEED            | 0              | 2000    | queued@0 source@0 destination@1000 done@2000
                    SUCCEED            | 100            | 1099    | queued@0 source@100
                    SUCCEED            | 100            | 1100    | queued@0 source@100 destination@1100
                    SUCCEED            | 249            | 250     | queued@0 source@249
                    SUCCEED            | 250            | 250     | queued@0 source@250 destination@250
                    SUCCEED            | 600            | 1600    | queued@0 source@250 destination@600 done@1600
                    SUCCEED            | 600,700        | 700     | queued@0 source@250 destination@600 done@700
                    SUCCEED            | 0,0,0          | 0       | queued@0 source@0 destination@0 done@0
                    SUCCEED            | 2249           | 2249    | queued@0 source@250 destination@1250 done@2249
                    FAIL_SOURCE        | 0              | 1000    | queued@0 source@0 done@1000
                    FAIL_SOURCE        | 300            | 300     | queued@0 source@250 done@300
                    FAIL_DESTINATION   | 300            | 1300    | queued@0 source@250 destination@300 done@1300
                    CANCEL_SOURCE      | 300            | 300     | queued@0 source@250 done@300
                    CANCEL_DESTINATION | 1300           | 1300    | queued@0 source@250 destination@1250 done@1300
                    STALL_SOURCE       | 0              | 99999   | queued@0 source@0
                    STALL_SOURCE       | 5000           | 5999    | queued@0 source@250 destination@5000
                    STALL_SOURCE       | 5000           | 6000    | queued@0 source@250 destination@5000 done@6000
                    STALL_DESTINATION  | 0              | 99999   | queued@0 source@0 destination@1000
                    STALL_DESTINATION  | 5000           | 5000    | queued@0 source@250 destination@1250 done@5000
                    """)
    void timedStageStartsAtTheAdvance(Outcome outcome, String advances, long seen, String timeline) {
        Run run = run(outcome, Pacing.Timed.DEFAULT);
        for (String at : List.of(advances.split(",", -1))) {
            run = run.advance(millis(Long.parseLong(at)));
        }

        assertThat(stages(run.at(millis(seen)))).containsExactly(timeline.split(" ", -1));
    }

    @Test
    void stagesOfZeroDurationAfterTheAdvanceAreSkipped() {
        Pacing pacing = new Pacing.Timed(Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO);

        Run run = run(Outcome.SUCCEED, pacing).advance(millis(5));

        assertThat(stages(run.at(millis(5)))).containsExactly("queued@0", "source@5", "destination@5", "done@5");
    }

    @ParameterizedTest
    @MethodSource("pacings")
    void failedInitiationIsDoneForEveryPacing(Pacing pacing) {
        Run run = run(Outcome.FAIL_INITIATION, pacing);

        assertThat(stages(run.at(START))).containsExactly("queued@0", "done@0");
        assertThat(run.doneAt()).contains(START);
        assertThatIllegalStateException().isThrownBy(() -> run.advance(START));
    }

    @ParameterizedTest
    @MethodSource("pacings")
    void doneRunHasNoNextStage(Pacing pacing) {
        Run done = RunSamples.advanced(run(Outcome.SUCCEED, pacing), 3);

        assertThatIllegalStateException()
                .isThrownBy(() -> done.advance(millis(1)))
                .withMessage("Run job-1 is done and has no next stage");
    }

    @Test
    void runFinishedByTheClockHasNoNextStage() {
        Run run = run(Outcome.SUCCEED, Pacing.Timed.DEFAULT);

        assertThatIllegalStateException().isThrownBy(() -> run.advance(millis(2250)));
    }

    static List<Pacing> pacings() {
        return List.of(
                new Pacing.Timed(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1)),
                new Pacing.Polled(3),
                new Pacing.Manual());
    }

    private static Stream<String> stages(RunState state) {
        return state.timeline().stream()
                .map(entry -> entry.stage() + "@"
                        + Duration.between(START, entry.at()).toMillis());
    }
}
