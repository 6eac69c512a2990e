package io.wdatamock.fault;

/** Why a request is not held any longer. */
public enum Gone {
    /** Its fault was deleted, so it goes on. */
    FAULT,
    /** Its world was reset or dropped, so there is nothing to go on with. */
    WORLD
}
