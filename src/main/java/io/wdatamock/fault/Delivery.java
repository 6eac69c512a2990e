package io.wdatamock.fault;

/** How a response is sent. */
public enum Delivery {
    /** The whole response. */
    WHOLE,
    /** The whole response, in parts with pauses. */
    SLOW,
    /** The headers and the first half of the body; then the connection closes. */
    HALF,
    /** Nothing; the connection closes. */
    NONE
}
