package io.wdatamock.client;

/** When a fault applies: before the operation, which is then not executed, or after it. */
public enum When {
    BEFORE,
    AFTER
}
