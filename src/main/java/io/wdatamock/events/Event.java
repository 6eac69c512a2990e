package io.wdatamock.events;

/**
 * One thing that a viewer is told.
 *
 * @param name what kind of thing it is
 * @param data what becomes its JSON
 */
public record Event(String name, Object data) {}
