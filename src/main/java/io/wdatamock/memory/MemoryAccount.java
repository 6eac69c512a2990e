package io.wdatamock.memory;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The bytes that a sandbox or a part of one retains, which count towards the whole. Thread-safe, without locks. */
public final class MemoryAccount {

    private static final long CLOSED = Long.MIN_VALUE;

    private final RetainedMemory memory;
    private final @Nullable MemoryAccount whole;
    private final AtomicLong bytes = new AtomicLong();

    /** An account of its own within the budget. */
    public MemoryAccount(RetainedMemory memory) {
        this(memory, null);
    }

    private MemoryAccount(RetainedMemory memory, @Nullable MemoryAccount whole) {
        this.memory = memory;
        this.whole = whole;
    }

    /** An account for a part of what this one counts. */
    public MemoryAccount part() {
        return new MemoryAccount(memory, this);
    }

    /** How many bytes are retained now. */
    public long bytes() {
        return Math.max(bytes.get(), 0);
    }

    /** Counts bytes that are retained from now on; negative: no longer. A closed account ignores it. */
    public void add(long more) {
        if (more == 0) {
            return;
        }
        long before = bytes.getAndUpdate(now -> now == CLOSED ? CLOSED : now + more);
        if (before != CLOSED) {
            passOn(more);
        }
    }

    /** Throws {@link NoRoomException} if the budget has no room for so many more bytes. */
    public void requireRoom(long more) {
        if (!memory.hasRoom(more)) {
            throw new NoRoomException(more);
        }
    }

    /** Gives all bytes back; what is counted later is ignored. */
    public void close() {
        long before = bytes.getAndSet(CLOSED);
        if (before != CLOSED) {
            passOn(-before);
        }
    }

    /** Counts a request that was dropped from a journal. */
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
