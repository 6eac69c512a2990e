package io.wdatamock.memory;

import io.wdatamock.wire.ApiException;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The memory budget of everything that sandboxes retain. Thread-safe. A thread that evicts takes the lock of one
 * sandbox at a time, and must hold none at the beginning.
 */
public final class RetainedMemory {

    /** Eviction frees this fraction (1/n) of the budget at once, so that not every request evicts. */
    private static final int FREED_AT_ONCE = 16;

    /** After an unsuccessful eviction, the next one waits until the excess has grown by this fraction (1/n). */
    private static final int RETRY_STEP = 64;

    /** A sandbox loses this fraction (1/n) of its bytes before the fullest sandbox is determined again. */
    private static final int TAKEN_AT_ONCE = 8;

    /** A sandbox and its retained bytes when the candidates were listed. */
    private record Candidate(MemoryOwner owner, long bytes) {
        static final Comparator<Candidate> FULLEST_FIRST =
                Comparator.comparingLong(Candidate::bytes).reversed();
    }

    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong evictions = new AtomicLong();
    private final Set<MemoryOwner> owners = ConcurrentHashMap.newKeySet();
    private final ReentrantLock evicting = new ReentrantLock();
    private volatile long evictionThreshold;

    /** Creates a budget of {@code limit} bytes. */
    public RetainedMemory(long limit) {
        this.limit = limit;
        this.evictionThreshold = limit;
    }

    /** Adds a sandbox to eviction. */
    public void add(MemoryOwner owner) {
        owners.add(owner);
    }

    /** Removes a sandbox from eviction. */
    public void remove(MemoryOwner owner) {
        owners.remove(owner);
    }

    /** Returns the limit in bytes. */
    public long limit() {
        return limit;
    }

    /** Returns the retained bytes. */
    public long used() {
        return used.get();
    }

    /** Returns how many journal entries were evicted since the start. */
    public long evictions() {
        return evictions.get();
    }

    /** Evicts if the budget is exceeded and no other thread is evicting. */
    public void evictIfExceeded() {
        if (used.get() <= evictionThreshold || !evicting.tryLock()) {
            return;
        }
        try {
            evict(Pressure.LOW, limit - limit / FREED_AT_ONCE);
            evict(Pressure.HIGH, limit);
            evict(Pressure.EXTREME, limit);
            evictionThreshold = Math.max(limit, used.get() + limit / RETRY_STEP);
        } finally {
            evicting.unlock();
        }
    }

    /** Evicts until {@code more} bytes fit; throws 503 if that is impossible. */
    public void ensureRoom(long more) {
        if (!hasRoom(more) && more <= limit) {
            evicting.lock();
            try {
                evict(Pressure.LOW, limit - more);
                evict(Pressure.HIGH, limit - more);
                evictionThreshold = Math.max(limit, used.get());
            } finally {
                evicting.unlock();
            }
        }
        if (!hasRoom(more)) {
            throw error(more);
        }
    }

    /** Returns the 503 for a request that needs more memory than available. */
    public ApiException error(long more) {
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
