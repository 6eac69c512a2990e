package io.wdatamock.client;


/** What becomes of a refresh while a run of the same connection is active: 409, or another run. */
public enum Overlap {
    REJECT,
    ALLOW
}
