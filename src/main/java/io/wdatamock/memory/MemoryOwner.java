package io.wdatamock.memory;

/** A sandbox, from the view of the memory budget. */
public interface MemoryOwner {

    /** Returns the retained bytes without waiting for a lock. */
    long retainedBytes();

    /**
     * Frees about {@code wanted} bytes, the oldest elements first, as far as the pressure permits; returns how many it
     * freed.
     */
    long evict(long wanted, Pressure pressure);
}
