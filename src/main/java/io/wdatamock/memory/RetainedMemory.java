package io.wdatamock.memory;

import io.wdatamock.wire.ApiException;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The budget of bytes for everything that sandboxes retain. Thread-safe. A thread that evicts takes the lock of one
 * sandbox at a time, and must hold none when it begins.
 */
public final class RetainedMemory {

    /** Eviction frees one part in so many of the budget, so that not every request has to evict. */
    private static final int FREED_AT_ONCE = 16;

    /** After an eviction in vain, the next one waits until the excess has grown by one part in so many. */
    private static final int PAUSE = 64;

    /** A sandbox loses one part in so many of what it retains before the next one is the fullest. */
    private static final int TAKEN_AT_ONCE = 8;

    /** A sandbox and how full it was when it was looked at. */
    private record Candidate(MemoryOwner owner, long bytes) {
        static final Comparator<Candidate> FULLEST_FIRST =
                Comparator.comparingLong(Candidate::bytes).reversed();
    }

    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong evictions = new AtomicLong();
    private final Set<MemoryOwner> owners = ConcurrentHashMap.newKeySet();
    private final ReentrantLock evicting = new ReentrantLock();
    private volatile long next;

    /** A budget of so many bytes. */
    public RetainedMemory(long limit) {
        this.limit = limit;
        this.next = limit;
    }

    /** Makes a sandbox one that eviction may take from. */
    public void add(MemoryOwner owner) {
        owners.add(owner);
    }

    /** Takes nothing from this sandbox any more. */
    public void remove(MemoryOwner owner) {
        owners.remove(owner);
    }

    /** How many bytes may be retained. */
    public long limit() {
        return limit;
    }

    /** How many bytes are retained. */
    public long used() {
        return used.get();
    }

    /** How many requests were dropped from journals since the start. */
    public long evictions() {
        return evictions.get();
    }

    /** Evicts if the budget is exceeded, unless another thread does so already. */
    public void evictIfExceeded() {
        if (used.get() <= next || !evicting.tryLock()) {
            return;
        }
        try {
            evict(Pressure.LOW, limit - limit / FREED_AT_ONCE);
            evict(Pressure.HIGH, limit);
            evict(Pressure.EXTREME, limit);
            next = Math.max(limit, used.get() + limit / PAUSE);
        } finally {
            evicting.unlock();
        }
    }

    /** Evicts until there is room for so many more bytes; refuses with 503 if there cannot be. */
    public void ensureRoom(long more) {
        if (!hasRoom(more) && more <= limit) {
            evicting.lock();
            try {
                evict(Pressure.LOW, limit - more);
                evict(Pressure.HIGH, limit - more);
                next = Math.max(limit, used.get());
            } finally {
                evicting.unlock();
            }
        }
        if (!hasRoom(more)) {
            throw refusal(more);
        }
    }

    /** The answer to a request that needs more than there is. */
    public ApiException refusal(long more) {
        return ApiException.unavailable(
                "Sandboxes retain %d bytes and %d more would exceed the limit of %d; delete sandboxes, reset this one, "
                                .formatted(used.get(), more, limit)
                        + "let its runs finish, or start the server with a larger heap (-Xmx)");
    }

    boolean hasRoom(long more) {
        return used.get() + more <= limit;
    }

    void add(long more) {
        used.addAndGet(more);
    }

    void countEviction() {
        evictions.incrementAndGet();
    }

    private void evict(Pressure pressure, long target) {
        if (used.get() <= target) {
            return;
        }
        PriorityQueue<Candidate> fullest = new PriorityQueue<>(Candidate.FULLEST_FIRST);
        owners.forEach(owner -> fullest.add(new Candidate(owner, owner.retainedBytes())));
        while (used.get() > target && !fullest.isEmpty()) {
            Candidate candidate = fullest.remove();
            long share = Math.max(candidate.bytes() / TAKEN_AT_ONCE, 1);
            if (candidate.owner().evict(Math.min(share, used.get() - target), pressure) > 0) {
                fullest.add(new Candidate(candidate.owner(), candidate.owner().retainedBytes()));
            }
        }
    }
}
