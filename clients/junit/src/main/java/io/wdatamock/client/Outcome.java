package io.wdatamock.client;

/** The outcome of a run. */
public enum Outcome {
    SUCCEED,
    FAIL_SOURCE,
    FAIL_DESTINATION,
    CANCEL_SOURCE,
    CANCEL_DESTINATION,
    FAIL_INITIATION,
    STALL_SOURCE,
    STALL_DESTINATION
}
