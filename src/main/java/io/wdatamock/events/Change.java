package io.wdatamock.events;

import java.util.stream.Stream;

/**
 * A change in a sandbox, as immutable facts. Its events are created outside the sandbox's lock, by the thread that
 * sends them.
 */
@FunctionalInterface
public interface Change {

    /** Returns the events of the change, in order. */
    Stream<Event> events();

    /** Returns the estimated memory in bytes that the change prevents from being freed. */
    default long size() {
        return 0;
    }
}
