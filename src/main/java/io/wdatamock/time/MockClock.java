package io.wdatamock.time;

import java.time.Duration;
import java.time.Instant;

/** The clock of one sandbox, as a function of real time. Immutable: a change returns another clock. */
public sealed interface MockClock {

    /** Returns the time of this clock at the real time {@code real}. */
    Instant at(Instant real);

    /** Returns the mode of the clock. */
    ClockMode mode();

    /** Returns how many seconds pass in a second of real time, if the clock runs. */
    default double rate() {
        return 1;
    }

    /** Returns a clock that shows {@code now} at the real time {@code real}. */
    static MockClock of(ClockMode mode, Instant now, Instant real, double rate) {
        return mode == ClockMode.FROZEN ? new Frozen(now) : new Running(now, real, rate);
    }

    /** Showed {@code start} at the real time {@code realStart}, and moves {@code rate} times as fast as real time. */
    record Running(Instant start, Instant realStart, double rate) implements MockClock {

        private static final long NANOS = 1_000_000_000;

        @Override
        public ClockMode mode() {
            return ClockMode.RUNNING;
        }

        @Override
        public Instant at(Instant real) {
            Duration elapsed = Duration.between(realStart, real);
            Instant now = start.plus(rate == 1 ? elapsed : scaled(elapsed));
            return now.isAfter(Rfc3339.LAST) ? Rfc3339.LAST : now;
        }

        private Duration scaled(Duration elapsed) {
            double seconds = rate * (elapsed.getSeconds() + (double) elapsed.getNano() / NANOS);
            double whole = Math.floor(seconds);
            return Duration.ofSeconds((long) whole, (long) ((seconds - whole) * NANOS));
        }
    }

    /** Stands still. */
    record Frozen(Instant now) implements MockClock {

        @Override
        public ClockMode mode() {
            return ClockMode.FROZEN;
        }

        @Override
        public Instant at(Instant real) {
            return now;
        }
    }
}
