package io.wdatamock.events;

/**
 * One server-sent event.
 *
 * @param name the name of the event
 * @param data the data, which is serialized as JSON
 */
public record Event(String name, Object data) {}
