package io.wdatamock.client;


/** What may be done with a connection: forbidden is answered with 403, locked with 423, and the destination of an unwritable one takes nothing. */
public enum Access {
    OPEN,
    FORBIDDEN,
    LOCKED,
    UNWRITABLE
}
