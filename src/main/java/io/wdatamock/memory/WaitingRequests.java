package io.wdatamock.memory;

import io.wdatamock.wire.ApiException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many requests wait at the same time for a fault, for events, or for a slow client. With platform threads,
 * a part of the threads remains for other requests.
 */
public final class WaitingRequests {

    /** The memory of a waiting request: connection buffers, headers and stack, in bytes. */
    static final long COST = 112 << 10;

    /** How many requests may wait briefly for their bodies beyond the limit. */
    private static final int MAX_BRIEF = 25;

    private final InFlightMemory memory;
    private final int most;
    private final Semaphore permits;
    private final Semaphore brief = new Semaphore(MAX_BRIEF);

    /** Creates a limit of three quarters of the memory and at most three quarters of the threads. */
    public WaitingRequests(InFlightMemory memory, int threads) {
        this.memory = memory;
        this.most = (int) Math.max(1, Math.min(share(memory.limit()) / COST, share(threads)));
        this.permits = new Semaphore(most);
    }

    private static long share(long whole) {
        return whole / 4 * 3;
    }

    /** Permission to wait, valid until it is closed. */
    public interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    /** Admits a request, or throws 503 with {@code Retry-After}. */
    public Permit enter() {
        Permit permit = tryEnter();
        if (permit == null) {
            throw error();
        }
        return permit;
    }

    /** Admits a request; null if too many wait or their memory is exhausted. */
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

    /** Admits a request that has just begun to wait for its body, even beyond the limit. */
    public @Nullable Permit tryEnterBriefly() {
        return brief.tryAcquire() ? brief::release : null;
    }

    /** Returns the 503 for a request that may not wait. */
    public ApiException error() {
        return ApiException.of(
                503,
                "The limit of %d waiting requests or of their memory is reached; retry later, release some, "
                                .formatted(most)
                        + "increase the heap, or use Java 21, which needs no thread per request",
                ApiException.retryAfter(InFlightMemory.RETRY_AFTER));
    }

    /** Returns how many requests wait. */
    public int count() {
        return most - permits.availablePermits();
    }

    /** Returns how many requests may wait. */
    public int most() {
        return most;
    }
}
