package io.wdatamock.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.wdatamock.connection.ConnectionSamples;
import io.wdatamock.lifecycle.Outcome;
import io.wdatamock.lifecycle.Pacing;
import io.wdatamock.lifecycle.Plan;
import io.wdatamock.lifecycle.Run;
import io.wdatamock.lifecycle.RunResult;
import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.RetainedMemory;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The index of active runs agrees with the status of every run. */
class RunsTests {

    private static final int CASES = 1000;
    private static final int STEPS = 40;
    private static final String[] CONNECTIONS = {"a", "b"};

    private static final Pacing POLLED = new Pacing.Polled(1);

    private final Map<String, Run> all = new LinkedHashMap<>();
    private final Runs runs =
            new Runs(run -> all.remove(run.jobId()), new MemoryAccount(new RetainedMemory(Long.MAX_VALUE)));
    private Instant now = ConnectionSamples.MADE;

    @Test
    void newestActiveRunStartedLast() {
        add(run("job-1", "a", new Plan(Outcome.SUCCEED, POLLED)));
        add(run("job-2", "a", new Plan(Outcome.SUCCEED, POLLED)));

        replace(all.get("job-1").read(now));

        assertThat(runs.newestActive("a", now).map(Run::jobId)).contains("job-2");
    }

    @Test
    void indexOfActiveRunsIsConsistent() {
        for (long seed = 0; seed < CASES; seed++) {
            RunsTests story = new RunsTests();
            Random random = new Random(seed);
            for (int step = 0; step < STEPS; step++) {
                story.step(random, step);
                story.assertAgreement("seed %d, step %d".formatted(seed, step));
            }
        }
    }

    private void step(Random random, int step) {
        switch (random.nextInt(4)) {
            case 0 -> add(run("job-%d".formatted(step), CONNECTIONS[random.nextInt(2)], plan(random)));
            case 1 -> now = now.plus(time(random));
            case 2 -> any(random).ifPresent(run -> replace(run.read(now)));
            default -> any(random).filter(run -> !run.at(now).isDone()).ifPresent(run -> replace(run.advance(now)));
        }
    }

    private void assertAgreement(String circumstance) {
        for (String connection : CONNECTIONS) {
            assertThat(runs.newestActive(connection, now))
                    .as(circumstance)
                    .isEqualTo(all.values().stream()
                            .filter(run -> run.connectionId().equals(connection))
                            .filter(run -> !run.at(now).isDone())
                            .reduce((before, after) -> after));
        }
        int active =
                (int) all.values().stream().filter(run -> !run.at(now).isDone()).count();
        assertThatNoException().as(circumstance).isThrownBy(() -> runs.requireRoom(Runs.MAX_ACTIVE - active, now));
        assertThatExceptionOfType(ApiException.class)
                .as(circumstance)
                .isThrownBy(() -> runs.requireRoom(Runs.MAX_ACTIVE - active + 1, now));
    }

    private void add(Run run) {
        all.put(run.jobId(), run);
        runs.add(run, now);
    }

    private void replace(Run run) {
        all.put(run.jobId(), run);
        runs.replace(run, now);
    }

    private Optional<Run> any(Random random) {
        return all.values().stream().skip(random.nextInt(all.size() + 1)).findFirst();
    }

    private Run run(String jobId, String connectionId, Plan plan) {
        Run.Origin origin = new Run.Origin(
                jobId,
                connectionId,
                new Run.Workspaces("own", "source", "destination"),
                "anonymous",
                JsonObject.EMPTY,
                JsonObject.EMPTY);
        return Run.start(origin, plan, RunResult.EMPTY, now);
    }

    private static Plan plan(Random random) {
        Outcome[] outcomes = Outcome.values();
        return new Plan(outcomes[random.nextInt(outcomes.length)], pacing(random));
    }

    private static Pacing pacing(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Pacing.Manual();
            case 1 -> POLLED;
            default -> new Pacing.Timed(time(random), time(random), time(random));
        };
    }

    private static Duration time(Random random) {
        return Duration.ofMillis(random.nextInt(4) * 100L);
    }
}
