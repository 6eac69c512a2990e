package io.wdatamock.memory;

/** A sandbox as the budget sees it. */
public interface MemoryOwner {

    /** How many bytes it retains; never waits for a lock. */
    long retainedBytes();

    /** Drops about {@code wanted} bytes, the oldest first, as far as the pressure allows; returns how many it dropped. */
    long evict(long wanted, Pressure pressure);
}
