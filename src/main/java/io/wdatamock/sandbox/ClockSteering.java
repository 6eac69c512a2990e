package io.wdatamock.sandbox;

import io.wdatamock.events.Change;
import io.wdatamock.events.Event;
import io.wdatamock.time.MockClock;
import io.wdatamock.time.Rfc3339;
import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clock of a world, to be steered. It cannot go back before what has been recorded. */
public final class ClockSteering {

    /** What a clock shows. */
    public record Reading(Instant now, MockClock.Mode mode) {}

    /** More than all the time that can be written, and little enough to be added to any of it. */
    private static final Duration LONGEST = Duration.ofDays(10_000 * 366);

    private final World world;

    ClockSteering(World world) {
        this.world = world;
    }

    public Reading read() {
        return new Reading(world.now(), world.clock().mode());
    }

    /** What viewers are told of the clock as it is now. */
    Change told() {
        Reading reading = read();
        return () -> Stream.of(new Event("clock", reading));
    }

    /** Sets mode and time; what is absent stays. Refuses with 409 an instant before the newest one recorded. */
    public Reading set(MockClock.@Nullable Mode mode, @Nullable Instant now) {
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

    /** Sets the clock on by a duration that is not negative. */
    public Reading advance(Duration by) {
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

    /** Back to real time, or to the newest instant recorded if that is later, and on from there. */
    public Reading release() {
        Instant newest = world.state().newestInstant();
        Instant real = world.realTime();
        return change(MockClock.Mode.RUNNING, newest.isAfter(real) ? newest : real);
    }

    private Reading change(MockClock.Mode mode, Instant now) {
        world.setClock(mode.from(now, world.realTime()));
        return read();
    }
}
