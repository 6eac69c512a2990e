package io.wdatamock.events;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Queue of unsent changes for one SSE client. Filled under the sandbox's lock, emptied by the client's thread. */
public final class Subscription {

    /** The maximum number of queued changes. */
    static final int MAX_WAITING = 1000;

    /** The maximum number of bytes of queued changes. */
    static final long MAX_BYTES = 8L << 20;

    /** The memory of a queue entry besides its change, in bytes. */
    private static final long OVERHEAD = 96;

    /** An empty element marks the end. */
    private final BlockingQueue<Optional<Change>> waiting = new LinkedBlockingQueue<>();

    private final AtomicLong bytes = new AtomicLong();

    private final LongConsumer memory;

    private boolean over;

    Subscription(LongConsumer memory) {
        this.memory = memory;
    }

    /**
     * Returns the next change; null if none arrives in time or the subscription has ended.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    public @Nullable Change next(Duration patience) throws InterruptedException {
        Optional<Change> next = waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (next == null) {
            return null;
        }
        over = next.isEmpty();
        next.ifPresent(this::release);
        return next.orElse(null);
    }

    /** Whether the subscription has ended; known once {@link #next} has returned the end. */
    public boolean isOver() {
        return over;
    }

    /** Whether the queue is empty. */
    public boolean isIdle() {
        return waiting.isEmpty();
    }

    /** Queues a change; false if the queue is full, which ends the subscription. */
    boolean offer(Change change) {
        if (waiting.size() >= MAX_WAITING || bytes.get() + change.size() > MAX_BYTES) {
            cutOff();
            return false;
        }
        bytes.addAndGet(change.size());
        memory.accept(OVERHEAD + change.size());
        waiting.add(Optional.of(change));
        return true;
    }

    /** Returns the estimated bytes of the queue. */
    long bytes() {
        return bytes.get() + OVERHEAD * waiting.size();
    }

    /** Ends the subscription and discards the queue. */
    void cutOff() {
        clear();
        end();
    }

    /** Discards the queue. */
    void clear() {
        for (Optional<Change> next = waiting.poll(); next != null; next = waiting.poll()) {
            next.ifPresent(this::release);
        }
    }

    private void release(Change change) {
        bytes.addAndGet(-change.size());
        memory.accept(-OVERHEAD - change.size());
    }

    void end() {
        waiting.add(Optional.empty());
    }
}
