package io.wdatamock.client;


/** When a fault strikes: before the operation, which then does not happen, or after it has taken effect. */
public enum When {
    BEFORE,
    AFTER
}
