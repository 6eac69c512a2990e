package io.wdatamock.journal;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all journals of the server may take together. */
public final class JournalBudget {

    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong evictions = new AtomicLong();

    /** A budget of so many bytes. */
    public JournalBudget(long limit) {
        this.limit = limit;
    }

    /** How many entries had to make room for others since the start. */
    public long evictions() {
        return evictions.get();
    }

    void countEviction() {
        evictions.incrementAndGet();
    }

    void spend(long bytes) {
        used.addAndGet(bytes);
    }

    void refund(long bytes) {
        used.addAndGet(-bytes);
    }

    boolean isExceeded() {
        return used.get() > limit;
    }
}
