package io.wdatamock.client;

/** How strictly the server validates requests. */
public enum Validation {
    LENIENT,
    STRICT
}
