package io.wdatamock.wire;

/** Whether the source of a connection was found. */
public enum ResourceStatus {
    PRESENT,
    UNKNOWN
}
