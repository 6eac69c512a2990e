package io.wdatamock.client;

/**
 * Whether clients may read and refresh a connection: the server answers with 403 if it is forbidden and with 423 if it
 * is locked. The destination of an unwritable one accepts no data.
 */
public enum Access {
    OPEN,
    FORBIDDEN,
    LOCKED,
    UNWRITABLE
}
