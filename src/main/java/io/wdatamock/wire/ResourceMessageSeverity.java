package io.wdatamock.wire;

/** The severity of a message about the source of a connection. */
public enum ResourceMessageSeverity {
    ERROR,
    WARNING,
    INFO
}
