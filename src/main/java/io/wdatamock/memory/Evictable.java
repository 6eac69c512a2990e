package io.wdatamock.memory;

/** A part of a sandbox that can drop its oldest elements. Not thread-safe: the sandbox's lock guards it. */
public interface Evictable {

    /** How many bytes it retains. */
    long bytes();

    /** Drops the oldest element that this pressure allows it to drop; false if there is none. */
    boolean evictOldest(Pressure pressure);
}
