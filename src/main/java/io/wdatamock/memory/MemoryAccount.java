package io.wdatamock.memory;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The bytes that a sandbox or a part of one retains, counted against the budget. Thread-safe, without locks. */
public final class MemoryAccount {

    private static final long CLOSED = Long.MIN_VALUE;

    private final RetainedMemory memory;
    private final @Nullable MemoryAccount whole;
    private final AtomicLong bytes = new AtomicLong();

    /** Creates an account in a budget. */
    public MemoryAccount(RetainedMemory memory) {
        this(memory, null);
    }

    private MemoryAccount(RetainedMemory memory, @Nullable MemoryAccount whole) {
        this.memory = memory;
        this.whole = whole;
    }

    /** Returns an account for a part; its bytes also count in this one. */
    public MemoryAccount part() {
        return new MemoryAccount(memory, this);
    }

    /** Returns the retained bytes. */
    public long bytes() {
        return Math.max(bytes.get(), 0);
    }

    /** Adds bytes; a negative number removes them. A closed account ignores it. */
    public void add(long more) {
        if (more == 0) {
            return;
        }
        long before = bytes.getAndUpdate(now -> now == CLOSED ? CLOSED : now + more);
        if (before != CLOSED) {
            passOn(more);
        }
    }

    /** Throws {@link NoRoomException} if the budget has no room for {@code more} bytes. */
    public void requireRoom(long more) {
        if (!memory.hasRoom(more)) {
            throw new NoRoomException(more);
        }
    }

    /** Releases all bytes, and ignores later changes. */
    public void close() {
        long before = bytes.getAndSet(CLOSED);
        if (before != CLOSED) {
            passOn(-before);
        }
    }

    /** Counts a journal entry that was evicted. */
    public void countEviction() {
        memory.countEviction();
    }

    private void passOn(long more) {
        if (whole == null) {
            memory.add(more);
        } else {
            whole.add(more);
        }
    }
}
