package io.wdatamock.memory;

/** A part of a sandbox that can remove its oldest elements. Not thread-safe: guarded by the sandbox's lock. */
public interface Evictable {

    /** Returns the retained bytes. */
    long bytes();

    /** Removes the oldest element that the pressure permits; false if there is none. */
    boolean evictOldest(Pressure pressure);
}
