package io.wdatamock.client;

/** The status of the source or the destination of a run. */
public enum RunStatus {
    NOT_STARTED,
    RUNNING,
    COMPLETE,
    ERROR,
    CANCELLED
}
