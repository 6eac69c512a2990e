package io.wdatamock.fault;

/** How much of an answer a client gets to see. */
public enum Delivery {
    /** All of it. */
    WHOLE,
    /** The headers and the first half of the body; then the connection closes. */
    HALF,
    /** Nothing; the connection closes. */
    NONE
}
