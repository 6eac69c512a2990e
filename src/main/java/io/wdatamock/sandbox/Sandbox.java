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

/** One sandbox: its state, its journal, and the lock that makes every operation on them atomic. */
public final class Sandbox implements MemoryOwner {

    /** The memory of a new sandbox besides the seed's connections, in bytes. */
    static final long OVERHEAD = 8 << 10;

    /** Subscriptions with fewer queued bytes are ended only if nothing else frees memory. */
    private static final long FAR_BEHIND = 64 << 10;

    /** The number of users that marks a removed sandbox. */
    private static final int RETIRED = -1;

    /** The event after a reset or restore: viewers must read everything again. */
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
    private SandboxState state;
    private Journal journal;
    private volatile Instant lastUsed;

    /** Creates a sandbox with the content of the seed, which a reset restores. */
    Sandbox(String name, Seed seed, RetainedMemory memory, InstantSource realTime) {
        this.name = name;
        this.seed = seed;
        this.realTime = realTime;
        this.memory = memory;
        this.account = new MemoryAccount(memory);
        account.add(OVERHEAD);
        this.events = new Events(account::add);
        this.state = seed.newState(name, realTime, events, account.part());
        this.journal = new Journal(account.part(), events);
        this.lastUsed = realTime.instant();
    }

    public String name() {
        return name;
    }

    /** Runs an operation on the state under the lock. The operation must not wait. */
    public <T> T atomically(Function<SandboxState, T> operation) {
        return locked(() -> operation.apply(state));
    }

    /** Runs an operation on a state that was obtained before; throws 503 if a reset has replaced it. */
    public <T> T atomicallyIn(SandboxState seen, Function<SandboxState, T> operation) {
        return locked(() -> {
            seen.requireAlive();
            return operation.apply(seen);
        });
    }

    /** Runs an operation on the journal under the lock. */
    public <T> T withJournal(Function<Journal, T> operation) {
        return locked(() -> operation.apply(journal));
    }

    /** Runs an operation on state and journal under the lock. The operation must not wait. */
    public <T> T withBoth(Operation<T> operation) {
        return locked(() -> operation.apply(state, journal));
    }

    /** Runs an operation on journal and state; throws 503 if a reset has replaced the state. */
    public <T> T withBothIn(SandboxState seen, Operation<T> operation) {
        return locked(() -> {
            seen.requireAlive();
            return operation.apply(seen, journal);
        });
    }

    /** An operation on state and journal. */
    public interface Operation<T> {
        T apply(SandboxState state, Journal journal);
    }

    /** Replaces state and journal by those of the seed. */
    public void reset() {
        SandboxState fresh = seed.newState(name, realTime, events, account.part());
        locked(() -> {
            journal.close();
            journal = new Journal(account.part(), events);
            replace(fresh);
        });
    }

    /** Returns this sandbox without its journal as a document. */
    public Snapshot snapshot() {
        return Snapshot.of(atomically(SandboxState::snapshot));
    }

    /** Replaces the state by that of the snapshot; throws 503 if it does not fit into memory. */
    public void restore(Snapshot snapshot) {
        StateCheck.requireConsistent(snapshot.state());
        MemoryAccount part = account.part();
        SandboxState restored = new SandboxState(name, snapshot.state(), realTime, events, part, false);
        try {
            locked(() -> {
                part.requireRoom(-state.bytes());
                replace(restored);
            });
        } catch (ApiException e) {
            part.close();
            throw e;
        }
    }

    /** Subscribes to all further changes. The first event is the current clock. */
    public Subscription watch() {
        return locked(() -> events.subscribe(state.clockEvent()));
    }

    /** Removes a subscription. */
    public void unwatch(Subscription viewer) {
        locked(() -> events.unsubscribe(viewer));
    }

    /** Returns when it was last used, in real time. */
    public Instant lastUsed() {
        return lastUsed;
    }

    /** Returns the settings of a new sandbox. */
    public Settings configuredSettings() {
        return seed.settings();
    }

    /** Ends a use that {@link Sandboxes#enter} has begun. */
    void leave() {
        users.decrementAndGet();
    }

    /** Begins a use; false if the sandbox was removed. */
    boolean tryEnter(Instant now) {
        int before = users.getAndUpdate(count -> count == RETIRED ? RETIRED : count + 1);
        if (before != RETIRED) {
            lastUsed = now;
        }
        return before != RETIRED;
    }

    /** Whether a request has used it since {@code instant}, or uses it now. */
    boolean isUsedSince(Instant instant) {
        return users.get() > 0 || !lastUsed.isBefore(instant);
    }

    /** Marks the sandbox as removed, unless it is in use or was used after {@code idleSince}. */
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

    /** Removes the content of the sandbox and releases its waiting requests. */
    void end() {
        locked(() -> {
            journal.close();
            state.end();
            events.end();
        });
        account.add(-OVERHEAD);
        memory.remove(this);
    }

    /** Releases held requests and closes event streams on shutdown. */
    void stop() {
        locked(() -> {
            state.stop();
            events.end();
        });
    }

    private void replace(SandboxState other) {
        state.end();
        state = other;
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
            List<Evictable> parts = new ArrayList<>(state.evictable());
            parts.add(journal);
            while (before - account.bytes() < wanted && evictOldest(parts, pressure)) {}
            return before - account.bytes();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends a subscription that is far behind; otherwise removes the oldest element of the largest part that can remove
     * one.
     */
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

    /** Runs an operation under the lock. If it finds no memory, evicts elsewhere and tries once more. */
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
            throw memory.error(e.needed());
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
