package io.wdatamock.lifecycle;

import static io.wdatamock.lifecycle.RunSamples.START;
import static io.wdatamock.lifecycle.RunSamples.advanced;
import static io.wdatamock.lifecycle.RunSamples.millis;
import static io.wdatamock.lifecycle.RunSamples.read;
import static io.wdatamock.lifecycle.RunSamples.run;
import static io.wdatamock.lifecycle.RunSamples.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Polled runs. Q, S, D and X in the tables are the stages queued, source, destination and done. */
class PolledRunTests {

    private static final Map<Character, Stage> LETTERS =
            Map.of('Q', Stage.QUEUED, 'S', Stage.SOURCE, 'D', Stage.DESTINATION, 'X', Stage.DONE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    outcome            | reads | what successive reads show
                    SUCCEED            | 1     | Q S D X X X
                    SUCCEED            | 2     | Q Q S S D D X X X
                    SUCCEED            | 3     | Q Q Q S S S D D D X X X
                    FAIL_SOURCE        | 1     | Q S X X X
                    FAIL_SOURCE        | 2     | Q Q S S X X X
                    FAIL_SOURCE        | 3     | Q Q Q S S S X X X
                    FAIL_DESTINATION   | 1     | Q S D X X X
                    FAIL_DESTINATION   | 2     | Q Q S S D D X X X
                    FAIL_DESTINATION   | 3     | Q Q Q S S S D D D X X X
                    CANCEL_SOURCE      | 1     | Q S X X X
                    CANCEL_SOURCE      | 2     | Q Q S S X X X
                    CANCEL_SOURCE      | 3     | Q Q Q S S S X X X
                    CANCEL_DESTINATION | 1     | Q S D X X X
                    CANCEL_DESTINATION | 2     | Q Q S S D D X X X
                    CANCEL_DESTINATION | 3     | Q Q Q S S S D D D X X X
                    FAIL_INITIATION    | 1     | X X X
                    FAIL_INITIATION    | 2     | X X X
                    FAIL_INITIATION    | 3     | X X X
                    STALL_SOURCE       | 1     | Q S S S S S S
                    STALL_SOURCE       | 2     | Q Q S S S S S S
                    STALL_SOURCE       | 3     | Q Q Q S S S S S S
                    STALL_DESTINATION  | 1     | Q S D D D D D D
                    STALL_DESTINATION  | 2     | Q Q S S D D D D D D
                    STALL_DESTINATION  | 3     | Q Q Q S S S D D D D D D
                    """)
    void eachStageIsShownByItsNumberOfReads(Outcome outcome, int reads, String stages) {
        Run run = run(outcome, new Pacing.Polled(reads));

        assertThat(showings(run, stages.split(" ", -1).length)).isEqualTo(wanted(outcome, stages));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    outcome           | reads | before | advances | what the reads after that show
                    SUCCEED           | 2     | 0      | 1        | S S D D X
                    SUCCEED           | 2     | 1      | 1        | S S D D X
                    SUCCEED           | 2     | 2      | 1        | S S D D X
                    SUCCEED           | 2     | 3      | 1        | D D X
                    SUCCEED           | 2     | 0      | 2        | D D X
                    SUCCEED           | 2     | 0      | 3        | X X
                    FAIL_SOURCE       | 3     | 1      | 1        | S S S X
                    FAIL_DESTINATION  | 1     | 0      | 2        | D X
                    STALL_SOURCE      | 1     | 5      | 1        | D X
                    STALL_SOURCE      | 2     | 5      | 1        | D D X
                    STALL_DESTINATION | 2     | 9      | 1        | X
                    STALL_DESTINATION | 2     | 0      | 1        | S S D D D D
                    """)
    void advanceStartsTheNextStageWithAllItsReads(Outcome outcome, int reads, int before, int advances, String stages) {
        Run run = advanced(read(run(outcome, new Pacing.Polled(reads)), before), advances);

        assertThat(showings(run, stages.split(" ", -1).length)).isEqualTo(wanted(outcome, stages));
    }

    @ParameterizedTest
    @EnumSource
    void timeDoesNotMoveTheRun(Outcome outcome) {
        Run run = read(run(outcome, new Pacing.Polled(2)), 3);

        assertThat(run.at(millis(Long.MAX_VALUE / 1_000_000))).isEqualTo(run.at(START));
    }

    @Test
    void readThatMovesTheRunSetsTheStartOfTheStage() {
        Run run = run(Outcome.SUCCEED, new Pacing.Polled(1))
                .read(millis(10))
                .read(millis(20))
                .read(millis(30));

        assertThat(run.at(millis(40)).timeline())
                .containsExactly(
                        new Transition(Stage.QUEUED, START),
                        new Transition(Stage.SOURCE, millis(20)),
                        new Transition(Stage.DESTINATION, millis(30)));
        assertThat(run.lastMove()).isEqualTo(millis(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void endIsNotKnownInAdvance(int reads) {
        assertThat(run(Outcome.SUCCEED, new Pacing.Polled(reads)).doneAt()).isEmpty();
    }

    @Test
    void readsOfADoneOrStalledRunHaveNoEffect() {
        Run done = read(run(Outcome.SUCCEED, new Pacing.Polled(1)), 4);
        Run stalled = read(run(Outcome.STALL_SOURCE, new Pacing.Polled(1)), 2);

        assertThat(done.read(START)).isSameAs(done);
        assertThat(stalled.read(START)).isSameAs(stalled);
    }

    private static List<RunState> states(Run run, int reads) {
        List<RunState> states = new ArrayList<>();
        Run seen = run;
        for (int i = 0; i < reads; i++) {
            seen = seen.read(START);
            states.add(seen.at(START));
        }
        return states;
    }

    private static List<String> showings(Run run, int reads) {
        return states(run, reads).stream()
                .map(state -> state.stage() + " " + state.statuses())
                .toList();
    }

    private static List<String> wanted(Outcome outcome, String letters) {
        return letters.chars()
                .filter(letter -> letter != ' ')
                .mapToObj(letter -> LETTERS.get((char) letter))
                .map(stage -> stage + " " + shown(outcome, stage))
                .toList();
    }
}
