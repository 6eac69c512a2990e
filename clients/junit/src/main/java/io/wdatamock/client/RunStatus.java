package io.wdatamock.client;


/** Where one side of a run stands. */
public enum RunStatus {
    NOT_STARTED,
    RUNNING,
    COMPLETE,
    ERROR,
    CANCELLED
}
