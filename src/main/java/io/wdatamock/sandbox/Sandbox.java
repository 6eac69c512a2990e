package io.wdatamock.sandbox;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** One isolated world, and the lock that makes every operation on it atomic. */
public final class Sandbox {

    /** The number of users of a sandbox that is gone. */
    private static final int RETIRED = -1;

    private final String name;
    private final World world;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger users = new AtomicInteger();
    private volatile Instant lastUsed;

    Sandbox(String name, World world, Instant created) {
        this.name = name;
        this.world = world;
        this.lastUsed = created;
    }

    public String name() {
        return name;
    }

    /** Runs an operation with the world to itself. It must not wait for anything. */
    public <T> T atomically(Function<World, T> operation) {
        lock.lock();
        try {
            return operation.apply(world);
        } finally {
            lock.unlock();
        }
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

    Instant lastUsed() {
        return lastUsed;
    }
}
