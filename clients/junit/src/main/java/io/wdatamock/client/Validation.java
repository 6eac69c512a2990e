package io.wdatamock.client;


/** How exact a request must be. */
public enum Validation {
    LENIENT,
    STRICT
}
