package io.wdatamock.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** A run with random outcome, pacing and order of clock changes, reads and advances, reproducible by a seed. */
final class RandomRun {

    private static final int MAX_STEPS = 12;

    /** A run as observed at an instant. */
    record Sight(Run run, Instant now) {

        RunState state() {
            return run.at(now);
        }

        SideStatuses statuses() {
            return state().statuses();
        }

        @Override
        public String toString() {
            return "%n%s of %s: %s".formatted(now, run.plan(), state());
        }
    }

    private final RandomGenerator random;
    private Run run;
    private Instant now = RunSamples.START;

    private RandomRun(long seed) {
        random = new Random(seed);
        run = RunSamples.run(any(Outcome.values()), pacing());
    }

    /** The observations of a run at its start and after each step. */
    static List<Sight> sights(long seed) {
        RandomRun story = new RandomRun(seed);
        List<Sight> sights = new ArrayList<>();
        sights.add(new Sight(story.run, story.now));
        int steps = story.random.nextInt(1, MAX_STEPS + 1);
        for (int i = 0; i < steps; i++) {
            story.step();
            sights.add(new Sight(story.run, story.now));
        }
        return sights;
    }

    private void step() {
        int kind = random.nextInt(10);
        if (kind < 4) {
            now = now.plus(time());
        } else if (kind < 8) {
            run = run.read(now);
        } else if (!run.at(now).isDone()) {
            run = run.advance(now);
        }
    }

    private Pacing pacing() {
        return switch (random.nextInt(5)) {
            case 0, 1, 2 -> new Pacing.Timed(time(), time(), time());
            case 3 -> new Pacing.Polled(random.nextInt(1, 4));
            default -> new Pacing.Manual();
        };
    }

    /** Few different durations, so that steps often hit the exact instant of a transition. */
    private Duration time() {
        return any(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(250), Duration.ofMillis(999));
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }
}
