package io.wdatamock.sandbox;

import io.wdatamock.events.Change;
import io.wdatamock.events.Event;
import io.wdatamock.events.Events;
import io.wdatamock.events.Subscription;
import io.wdatamock.journal.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One isolated world and its journal, and the lock that makes every operation on them atomic. */
public final class Sandbox {

    /** The number of users of a sandbox that is gone. */
    private static final int RETIRED = -1;

    /** What viewers are told of a world that has taken the place of another: that they have to look at it anew. */
    private static final Change REPLACED = () -> Stream.of(new Event("reset", Map.of()));

    private final String name;
    private final Seed seed;
    private final InstantSource realTime;
    private final Function<Events, Journal> journals;
    private final Events events = new Events();
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger users = new AtomicInteger();
    private World world;
    private Journal journal;
    private volatile Instant lastUsed;

    /** A sandbox that begins with the seed, and does so again at every reset. */
    Sandbox(String name, Seed seed, Function<Events, Journal> journals, InstantSource realTime) {
        this.name = name;
        this.seed = seed;
        this.realTime = realTime;
        this.journals = journals;
        this.world = seed.world(name, realTime, events);
        this.journal = journals.apply(events);
        this.lastUsed = realTime.instant();
    }

    public String name() {
        return name;
    }

    /** Runs an operation with the world to itself. It must not wait for anything. */
    public <T> T atomically(Function<World, T> operation) {
        return locked(() -> operation.apply(world));
    }

    /** Runs an operation in a world that was seen before, or refuses with 503 if that is no more. */
    public <T> T atomicallyIn(World seen, Function<World, T> operation) {
        return locked(() -> {
            seen.requireAlive();
            return operation.apply(seen);
        });
    }

    /** Runs an operation with the journal to itself. */
    public <T> T withJournal(Function<Journal, T> operation) {
        return locked(() -> operation.apply(journal));
    }

    /** The world and the journal as they are now, for a request that arrives. */
    public <T> T arriving(Arrival<T> arrival) {
        return locked(() -> arrival.in(world, journal));
    }

    /** What is done at the arrival of a request. */
    public interface Arrival<T> {
        T in(World world, Journal journal);
    }

    /** Back to the seed, with everything. */
    public void reset() {
        World fresh = seed.world(name, realTime, events);
        locked(() -> {
            journal.close();
            journal = journals.apply(events);
            replace(fresh);
        });
    }

    /** This sandbox but its journal as a document. */
    public Snapshot snapshot() {
        return Snapshot.of(atomically(World::state));
    }

    /** Puts what the snapshot holds in the place of everything but the journal. */
    public void restore(Snapshot snapshot) {
        StateCheck.requireConsistent(snapshot.state());
        World restored = new World(name, snapshot.state(), realTime, events);
        locked(() -> replace(restored));
    }

    /** A viewer of all that happens from now on, who is told first what the clock shows. */
    public Subscription watch() {
        return locked(() -> events.subscribe(world.clockSteering().told()));
    }

    /** Takes note that a viewer has gone. */
    public void unwatch(Subscription viewer) {
        locked(() -> events.unsubscribe(viewer));
    }

    /** When it was last used, in real time. */
    public Instant lastUsed() {
        return lastUsed;
    }

    /** The settings that the sandbox takes where nothing else is said. */
    public Settings configuredSettings() {
        return seed.settings();
    }

    /** Ends a use that {@link Sandboxes#enter} began. */
    void leave() {
        users.decrementAndGet();
    }

    /** Begins a use; false if the sandbox is gone. */
    boolean tryEnter(Instant now) {
        int before = users.getAndUpdate(count -> count == RETIRED ? RETIRED : count + 1);
        if (before != RETIRED) {
            lastUsed = now;
        }
        return before != RETIRED;
    }

    /** Ends the sandbox, unless somebody is using it or has used it after {@code idleSince}. */
    boolean tryRetire(Instant idleSince) {
        if (!users.compareAndSet(0, RETIRED)) {
            return false;
        }
        boolean idle = !lastUsed.isAfter(idleSince);
        if (!idle) {
            users.set(0);
        }
        return idle;
    }

    /** Ends everything in the sandbox, and whatever waits in it. */
    void end() {
        locked(() -> {
            journal.close();
            world.end();
            events.end();
        });
    }

    /** Lets go of whatever waits or watches here; the server is stopping. */
    void stop() {
        locked(() -> {
            world.stop();
            events.end();
        });
    }

    private void replace(World other) {
        world.end();
        world = other;
        events.publish(REPLACED);
    }

    private void locked(Runnable operation) {
        lock.lock();
        try {
            operation.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> operation) {
        lock.lock();
        try {
            return operation.get();
        } finally {
            lock.unlock();
        }
    }
}
