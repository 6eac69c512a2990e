package io.wdatamock.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.wire.RunStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statuses of a batch, computed from its runs. */
class SideStatusesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                    children                           | together
                    NOT_STARTED                        | NOT_STARTED
                    RUNNING                            | RUNNING
                    COMPLETE                           | COMPLETE
                    ERROR                              | ERROR
                    CANCELLED                          | CANCELLED
                    NOT_STARTED, NOT_STARTED           | NOT_STARTED
                    NOT_STARTED, RUNNING               | RUNNING
                    NOT_STARTED, COMPLETE              | RUNNING
                    NOT_STARTED, CANCELLED             | RUNNING
                    NOT_STARTED, ERROR                 | ERROR
                    RUNNING, RUNNING                   | RUNNING
                    RUNNING, COMPLETE                  | RUNNING
                    RUNNING, CANCELLED                 | RUNNING
                    RUNNING, ERROR                     | ERROR
                    COMPLETE, COMPLETE                 | COMPLETE
                    COMPLETE, CANCELLED                | COMPLETE
                    COMPLETE, ERROR                    | ERROR
                    CANCELLED, CANCELLED               | CANCELLED
                    CANCELLED, ERROR                   | ERROR
                    ERROR, ERROR                       | ERROR
                    NOT_STARTED, COMPLETE, CANCELLED   | RUNNING
                    CANCELLED, CANCELLED, COMPLETE     | COMPLETE
                    NOT_STARTED, NOT_STARTED, ERROR    | ERROR
                    RUNNING, COMPLETE, ERROR           | ERROR
                    CANCELLED, CANCELLED, NOT_STARTED  | RUNNING
                    """)
    void batchStatusesAreDerivedFromItsRuns(String children, RunStatus together) {
        List<RunStatus> statuses =
                Arrays.stream(children.split(", ", -1)).map(RunStatus::valueOf).toList();

        assertThat(sources(statuses).source()).isEqualTo(together);
        assertThat(destinations(statuses).destination()).isEqualTo(together);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyCombinationFollowsTheRule(int size) {
        for (List<RunStatus> statuses : combinations(size)) {
            assertThat(sources(statuses).source()).as("%s", statuses).isEqualTo(rule(statuses));
            assertThat(destinations(statuses).destination()).as("%s", statuses).isEqualTo(rule(statuses));
        }
    }

    @Test
    void sidesAreIndependent() {
        assertThat(SideStatuses.together(List.of(
                        new SideStatuses(RunStatus.COMPLETE, RunStatus.ERROR),
                        new SideStatuses(RunStatus.CANCELLED, RunStatus.CANCELLED))))
                .isEqualTo(new SideStatuses(RunStatus.COMPLETE, RunStatus.ERROR));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETE, COMPLETE, true",
        "ERROR, CANCELLED, true",
        "COMPLETE, RUNNING, false",
        "RUNNING, NOT_STARTED, false",
        "NOT_STARTED, NOT_STARTED, false"
    })
    void finalWhenBothSidesAreFinal(RunStatus source, RunStatus destination, boolean areFinal) {
        assertThat(new SideStatuses(source, destination).areFinal()).isEqualTo(areFinal);
    }

    /** An independent implementation of the rule, by the set of statuses. */
    private static RunStatus rule(List<RunStatus> statuses) {
        Set<RunStatus> occurring = new TreeSet<>(statuses);
        if (occurring.contains(RunStatus.ERROR)) {
            return RunStatus.ERROR;
        }
        if (occurring.equals(Set.of(RunStatus.NOT_STARTED))) {
            return RunStatus.NOT_STARTED;
        }
        if (occurring.contains(RunStatus.NOT_STARTED) || occurring.contains(RunStatus.RUNNING)) {
            return RunStatus.RUNNING;
        }
        return occurring.equals(Set.of(RunStatus.CANCELLED)) ? RunStatus.CANCELLED : RunStatus.COMPLETE;
    }

    private static SideStatuses sources(List<RunStatus> statuses) {
        return SideStatuses.together(statuses.stream()
                .map(status -> new SideStatuses(status, RunStatus.NOT_STARTED))
                .toList());
    }

    private static SideStatuses destinations(List<RunStatus> statuses) {
        return SideStatuses.together(statuses.stream()
                .map(status -> new SideStatuses(RunStatus.NOT_STARTED, status))
                .toList());
    }

    private static List<List<RunStatus>> combinations(int size) {
        List<List<RunStatus>> combinations = List.of(List.of());
        for (int i = 0; i < size; i++) {
            combinations = combinations.stream()
                    .flatMap(shorter -> Arrays.stream(RunStatus.values()).map(status -> with(shorter, status)))
                    .toList();
        }
        return combinations;
    }

    private static List<RunStatus> with(List<RunStatus> statuses, RunStatus another) {
        List<RunStatus> longer = new ArrayList<>(statuses);
        longer.add(another);
        return longer;
    }
}
