package io.wdatamock.events;

import java.util.stream.Stream;

/**
 * Something that has happened in a sandbox, as immutable facts. What viewers are told of it is worked out by whoever
 * tells them, outside of the sandbox's lock.
 */
@FunctionalInterface
public interface Change {

    /** What a viewer is told of it, in order. */
    Stream<Event> events();

    /** About how many bytes of memory it holds on to that might else be free. */
    default long size() {
        return 0;
    }
}
