package io.wdatamock.time;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The clock of one sandbox, as a function of real time. Immutable: steering it gives another clock. */
public sealed interface MockClock {

    /** A clock that shows real time. */
    MockClock REAL_TIME = new Running(Duration.ZERO);

    /** What this clock shows when it really is {@code real}. */
    Instant at(Instant real);

    /** This clock, set on by {@code by}; a negative duration sets it back. */
    MockClock plus(Duration by);

    /** How the clock behaves. */
    Mode mode();

    /** How a clock behaves. */
    enum Mode {
        /** It runs as fast as real time. */
        RUNNING,
        /** It stands still. */
        FROZEN;

        /** A clock that behaves like this from {@code now} on, when it really is {@code real}. */
        public MockClock from(Instant now, Instant real) {
            return this == FROZEN ? frozenAt(now) : runningFrom(now, real);
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A clock that shows {@code now} when it really is {@code real}, and runs on from there. */
    static MockClock runningFrom(Instant now, Instant real) {
        return new Running(Duration.between(real, now));
    }

    /** A clock that stands still at {@code now}. */
    static MockClock frozenAt(Instant now) {
        return new Frozen(now);
    }

    /** Runs as fast as real time, {@code ahead} of it. */
    record Running(Duration ahead) implements MockClock {

        @Override
        public Mode mode() {
            return Mode.RUNNING;
        }

        @Override
        public Instant at(Instant real) {
            return real.plus(ahead);
        }

        @Override
        public MockClock plus(Duration by) {
            return new Running(ahead.plus(by));
        }
    }

    /** Stands still. */
    record Frozen(Instant now) implements MockClock {

        @Override
        public Mode mode() {
            return Mode.FROZEN;
        }

        @Override
        public Instant at(Instant real) {
            return now;
        }

        @Override
        public MockClock plus(Duration by) {
            return new Frozen(now.plus(by));
        }
    }
}
