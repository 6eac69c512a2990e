package io.wdatamock.time;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The clock of one sandbox, as a function of real time. Immutable: a change returns another clock. */
public sealed interface MockClock {

    /** A clock that shows real time. */
    MockClock REAL_TIME = new Running(Duration.ZERO);

    /** Returns the time of this clock at the real time {@code real}. */
    Instant at(Instant real);

    /** Returns this clock moved forward by {@code by}; a negative duration moves it back. */
    MockClock plus(Duration by);

    /** Returns the mode of the clock. */
    Mode mode();

    /** The modes of a clock. */
    enum Mode {
        /** Runs at the speed of real time. */
        RUNNING,
        /** Stands still. */
        FROZEN;

        /** Returns a clock of this mode that shows {@code now} at the real time {@code real}. */
        public MockClock from(Instant now, Instant real) {
            return this == FROZEN ? frozenAt(now) : runningFrom(now, real);
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns a clock that shows {@code now} at the real time {@code real} and runs from there. */
    static MockClock runningFrom(Instant now, Instant real) {
        return new Running(Duration.between(real, now));
    }

    /** Returns a clock that stands still at {@code now}. */
    static MockClock frozenAt(Instant now) {
        return new Frozen(now);
    }

    /** Runs at the speed of real time, {@code ahead} of it. */
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
