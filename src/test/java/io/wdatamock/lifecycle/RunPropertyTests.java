package io.wdatamock.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.lifecycle.RandomRun.Observation;
import io.wdatamock.wire.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Invariants of all runs for any order of clock changes, reads and advances. */
class RunPropertyTests {

    private static final int CASES = 5000;

    @Test
    void statusesNeverGoBackwards() {
        forAllSteps((before, after) -> {
            assertMovesOn(before.statuses().source(), after.statuses().source());
            assertMovesOn(before.statuses().destination(), after.statuses().destination());
        });
    }

    @Test
    void doneRunNeverChanges() {
        forAllSteps((before, after) -> {
            if (before.state().isDone()) {
                assertThat(after.state()).isEqualTo(before.state());
            }
        });
    }

    @Test
    void doneExactlyWhenBothSidesAreFinal() {
        forAllObservations(observation -> assertThat(observation.state().isDone())
                .isEqualTo(observation.statuses().areFinal()));
    }

    @Test
    void sourceIsFinalBeforeTheDestinationStarts() {
        forAllObservations(observation -> {
            if (observation.statuses().destination() != RunStatus.NOT_STARTED) {
                assertThat(observation.statuses().source().isFinal()).isTrue();
            }
        });
    }

    @Test
    void updatedLiesBetweenTheStartAndNow() {
        forAllObservations(observation -> assertThat(observation.state().updated())
                .isBetween(observation.run().created(), observation.now()));
    }

    @Test
    void updatedChangesExactlyWhenTheStageDoes() {
        forAllSteps((before, after) -> {
            if (before.state().stage() == after.state().stage()) {
                assertThat(after.state().updated()).isEqualTo(before.state().updated());
            } else {
                assertThat(after.state().updated()).isBetween(before.now(), after.now());
            }
        });
    }

    @Test
    void timelineIsOrderedByStageAndTime() {
        forAllObservations(observation -> {
            List<Transition> timeline = observation.state().timeline();
            assertThat(timeline.get(0))
                    .isEqualTo(new Transition(Stage.QUEUED, observation.run().created()));
            for (int i = 1; i < timeline.size(); i++) {
                assertThat(timeline.get(i).stage())
                        .isGreaterThan(timeline.get(i - 1).stage());
                assertThat(timeline.get(i).at())
                        .isAfterOrEqualTo(timeline.get(i - 1).at());
            }
        });
    }

    @Test
    void timelineEndsWithTheStageAndOnlyGrows() {
        forAllSteps((before, after) -> {
            List<Transition> timeline = after.state().timeline();
            Transition last = timeline.get(timeline.size() - 1);
            assertThat(last)
                    .isEqualTo(
                            new Transition(after.state().stage(), after.state().updated()));
            assertThat(timeline).startsWith(before.state().timeline().toArray(Transition[]::new));
        });
    }

    @Test
    void statusesMatchTheStage() {
        forAllObservations(observation -> assertThat(observation.statuses())
                .isEqualTo(RunSamples.shown(
                        observation.run().plan().outcome(), observation.state().stage())));
    }

    @Test
    void timedRunEndsAtItsExpectedTime() {
        forAllObservations(observation -> {
            Run run = observation.run();
            assertThat(run.at(Instant.MAX).isDone()).isEqualTo(run.doneAt().isPresent());
            run.doneAt().ifPresent(end -> {
                assertThat(run.at(end).isDone()).isTrue();
                assertThat(run.at(end).updated()).isEqualTo(end);
                assertThat(end.equals(run.lastMove())
                                || !run.at(end.minusNanos(1)).isDone())
                        .isTrue();
            });
        });
    }

    private static void forAllObservations(Consumer<Observation> property) {
        forAllCases(observations -> observations.forEach(property));
    }

    private static void forAllSteps(BiConsumer<Observation, Observation> property) {
        forAllCases(observations -> {
            for (int i = 1; i < observations.size(); i++) {
                property.accept(observations.get(i - 1), observations.get(i));
            }
        });
    }

    private static void forAllCases(Consumer<List<Observation>> property) {
        for (long seed = 0; seed < CASES; seed++) {
            List<Observation> observations = RandomRun.observations(seed);
            try {
                property.accept(observations);
            } catch (AssertionError e) {
                throw new AssertionError(
                        "RandomRun.observations(" + seed + ") = " + observations + ": " + e.getMessage(), e);
            }
        }
    }

    private static void assertMovesOn(RunStatus before, RunStatus after) {
        boolean movedOn =
                before.isFinal() ? before == after : before == RunStatus.NOT_STARTED || after != RunStatus.NOT_STARTED;
        assertThat(movedOn).as("from %s to %s", before, after).isTrue();
    }
}
