package io.wdatamock.memory;

import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The memory budget of all requests in flight: their bodies, responses, and waiting. */
public final class InFlightMemory {

    /** The {@code Retry-After} of a rejected request. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private static final int SHARE_OF_HEAP = 3;

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    /** Creates a budget of {@code limit} bytes. */
    public InFlightMemory(long limit) {
        this.limit = limit;
    }

    /**
     * Returns a budget of a third of the heap: in 128 MiB, one body of 10 MiB fits while the other budgets are full.
     */
    public static InFlightMemory ofHeap(long heap) {
        return new InFlightMemory(heap / SHARE_OF_HEAP);
    }

    /** Returns the reserved bytes. */
    public long used() {
        return used.get();
    }

    /** Returns the limit in bytes. */
    public long limit() {
        return limit;
    }

    /** Reserves bytes, or throws 503 with {@code Retry-After}. */
    void reserve(long bytes) {
        if (used.addAndGet(bytes) > limit) {
            used.addAndGet(-bytes);
            throw bytes > limit ? neverFits(bytes) : full();
        }
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }

    private ApiException full() {
        return ApiException.of(
                503,
                ("Requests in flight take all of the %d bytes of memory that they may; "
                                + "try again, send fewer or smaller requests at once, or give the server a larger heap")
                        .formatted(limit),
                ApiException.retryAfter(RETRY_AFTER));
    }

    private ApiException neverFits(long bytes) {
        return ApiException.of(
                503,
                ("This request takes about %d bytes of memory, but all requests in flight may take %d; "
                                + "send or ask for less, or give the server a larger heap")
                        .formatted(bytes, limit),
                ApiException.retryAfter(RETRY_AFTER));
    }
}
