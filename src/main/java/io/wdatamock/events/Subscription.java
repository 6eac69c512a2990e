package io.wdatamock.events;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What one viewer has still to be told of. Filled under the sandbox's lock, and emptied by the viewer's own thread. */
public final class Subscription {

    /** How many changes may wait for a viewer; one that brings many events counts once. */
    static final int MOST_WAITING = 1000;

    /** How many bytes they may hold on to. */
    static final long MOST_BYTES = 8L << 20;

    /** What a change takes besides what it holds on to: itself, and its place in the queue. */
    private static final long OVERHEAD = 96;

    /** An empty one is the end. */
    private final BlockingQueue<Optional<Change>> waiting = new LinkedBlockingQueue<>();

    private final AtomicLong bytes = new AtomicLong();

    private final LongConsumer memory;

    private boolean over;

    Subscription(LongConsumer memory) {
        this.memory = memory;
    }

    /**
     * The next change, or none if nothing happens for so long or the end has come.
     *
     * @throws InterruptedException if the thread is to stop
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

    /** Whether there will be no further change; known once {@link #next} has come to the end. */
    public boolean isOver() {
        return over;
    }

    /** Whether nothing is waiting at the moment. */
    public boolean isIdle() {
        return waiting.isEmpty();
    }

    /** Takes a change in; false if too many are waiting already, which ends it there and then. */
    boolean offer(Change change) {
        if (waiting.size() >= MOST_WAITING || bytes.get() + change.size() > MOST_BYTES) {
            cutOff();
            return false;
        }
        bytes.addAndGet(change.size());
        memory.accept(OVERHEAD + change.size());
        waiting.add(Optional.of(change));
        return true;
    }

    /** About how many bytes wait for the viewer. */
    long bytes() {
        return bytes.get() + OVERHEAD * waiting.size();
    }

    /** Ends it there and then: what waits is dropped. */
    void cutOff() {
        clear();
        end();
    }

    /** Drops what waits. */
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
