package io.wdatamock.wire;

/** The codes of messages about the source of a connection. */
public enum ResourceMessageCode {
    SOURCE_NOT_FOUND,
    SOURCE_STATUS_UNAVAILABLE,
    SOURCE_PROPERTY_UNAVAILABLE,
    OTHER
}
