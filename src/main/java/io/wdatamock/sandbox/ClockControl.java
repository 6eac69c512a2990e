package io.wdatamock.sandbox;

import io.wdatamock.time.MockClock;
import io.wdatamock.time.Rfc3339;
import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and sets the clock of a sandbox. It rejects times before the newest one that the sandbox has recorded. */
public final class ClockControl {

    /** A duration longer than the range of instants, and short enough to be added to any of them. */
    private static final Duration LONGEST = Duration.ofDays(10_000 * 366);

    private final World world;

    public ClockControl(World world) {
        this.world = world;
    }

    /** Returns the time and mode of the clock. */
    public ClockReading read() {
        return new ClockReading(world.now(), world.clock().mode());
    }

    /** Sets mode and time; null keeps the current value. Throws 409 for a time before the newest recorded one. */
    public ClockReading set(MockClock.@Nullable Mode mode, @Nullable Instant now) {
        Instant wanted = Objects.requireNonNullElse(now, world.now());
        if (!Rfc3339.canWrite(wanted)) {
            throw ApiException.badRequest("now", "now was %s, but must be %s".formatted(wanted, Rfc3339.RULE));
        }
        Instant newest = world.state().newestInstant();
        if (wanted.isBefore(newest)) {
            throw ApiException.conflict(
                    "now",
                    "now was %s, but the sandbox has recorded something at %s; set a later time or reset the sandbox"
                            .formatted(wanted, newest));
        }
        return change(Objects.requireNonNullElse(mode, world.clock().mode()), wanted);
    }

    /** Moves the clock forward by a duration that is not negative. */
    public ClockReading advance(Duration by) {
        if (by.isNegative()) {
            throw ApiException.badRequest("by", "by was %s, but must not be negative".formatted(by));
        }
        Instant now = world.now();
        if (by.compareTo(LONGEST) > 0 || !Rfc3339.canWrite(now.plus(by))) {
            throw ApiException.badRequest(
                    "by", "by was %s, which leads beyond the year 9999; advance less".formatted(by));
        }
        return change(world.clock().mode(), now.plus(by));
    }

    /** Returns the clock to real time, or to the newest recorded time if that is later, and lets it run. */
    public ClockReading release() {
        Instant newest = world.state().newestInstant();
        Instant real = world.realTime();
        return change(MockClock.Mode.RUNNING, newest.isAfter(real) ? newest : real);
    }

    private ClockReading change(MockClock.Mode mode, Instant now) {
        world.setClock(mode.from(now, world.realTime()));
        return read();
    }
}
