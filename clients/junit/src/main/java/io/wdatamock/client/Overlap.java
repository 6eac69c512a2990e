package io.wdatamock.client;

/** Whether a refresh during a run of the same connection is rejected with 409 or starts another run. */
public enum Overlap {
    REJECT,
    ALLOW
}
