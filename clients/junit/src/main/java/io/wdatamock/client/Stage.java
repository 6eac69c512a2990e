package io.wdatamock.client;

/** The stage of a run. */
public enum Stage {
    QUEUED,
    SOURCE,
    DESTINATION,
    DONE
}
