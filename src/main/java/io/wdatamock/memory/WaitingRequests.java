package io.wdatamock.memory;

import io.wdatamock.wire.ApiException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many requests wait at once, be it for a fault, for events, or for a slow client. On platform threads a part
 * of the threads remains for requests that do not wait.
 */
public final class WaitingRequests {

    /** The memory that a waiting request takes: the buffers of its connection, its headers and its stack. */
    static final long COST = 112 << 10;

    /** How many bodies may be awaited briefly beyond those that wait. */
    private static final int MOST_BRIEF = 25;

    private final InFlightMemory memory;
    private final int most;
    private final Semaphore permits;
    private final Semaphore brief = new Semaphore(MOST_BRIEF);

    /** Three quarters of the memory, and at most three quarters of the threads. */
    public WaitingRequests(InFlightMemory memory, int threads) {
        this.memory = memory;
        this.most = (int) Math.max(1, Math.min(share(memory.limit()) / COST, share(threads)));
        this.permits = new Semaphore(most);
    }

    private static long share(long whole) {
        return whole / 4 * 3;
    }

    /** Admission to wait, which ends when it is closed. */
    public interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    /** Admits a request, or refuses it with 503 and {@code Retry-After}. */
    public Permit enter() {
        Permit permit = tryEnter();
        if (permit == null) {
            throw refusal();
        }
        return permit;
    }

    /** Admits a request, unless too many wait or their memory is used up. */
    public @Nullable Permit tryEnter() {
        if (!permits.tryAcquire()) {
            return null;
        }
        try {
            memory.reserve(COST);
        } catch (ApiException e) {
            permits.release();
            return null;
        }
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                memory.release(COST);
                permits.release();
            }
        };
    }

    /** Admits a request that has hardly waited for its body yet, even if no other may wait. */
    public @Nullable Permit tryEnterBriefly() {
        return brief.tryAcquire() ? brief::release : null;
    }

    /** The answer to a request that may not wait. */
    public ApiException refusal() {
        return ApiException.of(
                503,
                "%d requests may wait at once, which is reached or their memory is used up; try again, end some, "
                                .formatted(most)
                        + "or give the server a larger heap, or Java 21, which is not bound by threads",
                ApiException.retryAfter(InFlightMemory.RETRY_AFTER));
    }

    /** How many requests wait. */
    public int count() {
        return most - permits.availablePermits();
    }

    /** How many requests may wait. */
    public int most() {
        return most;
    }
}
