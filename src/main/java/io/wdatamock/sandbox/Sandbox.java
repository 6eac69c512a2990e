package io.wdatamock.sandbox;

import io.wdatamock.events.Change;
import io.wdatamock.events.Event;
import io.wdatamock.events.Events;
import io.wdatamock.events.Subscription;
import io.wdatamock.journal.Journal;
import io.wdatamock.memory.Evictable;
import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.MemoryOwner;
import io.wdatamock.memory.NoRoomException;
import io.wdatamock.memory.Pressure;
import io.wdatamock.memory.RetainedMemory;
import io.wdatamock.wire.ApiException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One isolated world and its journal, and the lock that makes every operation on them atomic. */
public final class Sandbox implements MemoryOwner {

    /** What a sandbox takes when it is new, besides the connections of the seed. */
    static final long OVERHEAD = 8 << 10;

    /** A viewer for whom less waits is not ended for the sake of memory, unless nothing else helps. */
    private static final long FAR_BEHIND = 64 << 10;

    /** The number of users of a sandbox that is gone. */
    private static final int RETIRED = -1;

    /** What viewers are told of a world that has taken the place of another: that they have to look at it anew. */
    private static final Change REPLACED = () -> Stream.of(new Event("reset", Map.of()));

    private static final Comparator<Evictable> LARGEST_FIRST =
            Comparator.comparingLong(Evictable::bytes).reversed();

    private final String name;
    private final Seed seed;
    private final InstantSource realTime;
    private final RetainedMemory memory;
    private final MemoryAccount account;
    private final Events events;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger users = new AtomicInteger();
    private World world;
    private Journal journal;
    private volatile Instant lastUsed;

    /** A sandbox that begins with the seed, and does so again at every reset. */
    Sandbox(String name, Seed seed, RetainedMemory memory, InstantSource realTime) {
        this.name = name;
        this.seed = seed;
        this.realTime = realTime;
        this.memory = memory;
        this.account = new MemoryAccount(memory);
        account.add(OVERHEAD);
        this.events = new Events(account::add);
        this.world = seed.world(name, realTime, events, account.part());
        this.journal = new Journal(account.part(), events);
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

    /** Runs an operation with the world and the journal to itself. It must not wait for anything. */
    public <T> T withBoth(Arrival<T> operation) {
        return arriving(operation);
    }

    /** What is done with both world and journal. */
    public interface Arrival<T> {
        T in(World world, Journal journal);
    }

    /** Back to the seed, with everything. */
    public void reset() {
        World fresh = seed.world(name, realTime, events, account.part());
        locked(() -> {
            journal.close();
            journal = new Journal(account.part(), events);
            replace(fresh);
        });
    }

    /** This sandbox but its journal as a document. */
    public Snapshot snapshot() {
        return Snapshot.of(atomically(World::state));
    }

    /** Puts what the snapshot holds in the place of everything but the journal; 503 if there is no room for it. */
    public void restore(Snapshot snapshot) {
        StateCheck.requireConsistent(snapshot.state());
        MemoryAccount part = account.part();
        World restored = new World(name, snapshot.state(), realTime, events, part, false);
        try {
            locked(() -> {
                part.requireRoom(-world.bytes());
                replace(restored);
            });
        } catch (ApiException e) {
            part.close();
            throw e;
        }
    }

    /** A viewer of all that happens from now on, who is told first what the clock shows. */
    public Subscription watch() {
        return locked(() ->
                events.subscribe(new ClockReading(world.now(), world.clock().mode()).toEvent()));
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
        account.add(-OVERHEAD);
        memory.remove(this);
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

    @Override
    public long retainedBytes() {
        return account.bytes();
    }

    @Override
    public long evict(long wanted, Pressure pressure) {
        lock.lock();
        try {
            long before = account.bytes();
            List<Evictable> parts = new ArrayList<>(world.evictable());
            parts.add(journal);
            while (before - account.bytes() < wanted && evictOldest(parts, pressure)) {}
            return before - account.bytes();
        } finally {
            lock.unlock();
        }
    }

    /** Ends a viewer that is far behind, or else drops the oldest element of the largest part that can drop one. */
    private boolean evictOldest(List<Evictable> parts, Pressure pressure) {
        if (events.endFurthestBehind(pressure == Pressure.EXTREME ? 1 : FAR_BEHIND)) {
            return true;
        }
        parts.sort(LARGEST_FIRST);
        for (Evictable part : parts) {
            if (part.evictOldest(pressure)) {
                return true;
            }
        }
        return false;
    }

    private void locked(Runnable operation) {
        locked(() -> {
            operation.run();
            return true;
        });
    }

    /** Runs an operation under the lock; one that finds no room is tried once more after others have made room. */
    private <T> T locked(Supplier<T> operation) {
        T result;
        try {
            result = underLock(operation);
        } catch (NoRoomException e) {
            memory.ensureRoom(e.needed());
            result = again(operation);
        }
        memory.evictIfExceeded();
        return result;
    }

    private <T> T again(Supplier<T> operation) {
        try {
            return underLock(operation);
        } catch (NoRoomException e) {
            throw memory.refusal(e.needed());
        }
    }

    private <T> T underLock(Supplier<T> operation) {
        lock.lock();
        try {
            return operation.get();
        } finally {
            lock.unlock();
        }
    }
}
