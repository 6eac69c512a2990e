package io.wdatamock.fault;

/** How much of a response is sent. */
public enum Delivery {
    /** The whole response. */
    WHOLE,
    /** The headers and the first half of the body; then the connection closes. */
    HALF,
    /** Nothing; the connection closes. */
    NONE
}
