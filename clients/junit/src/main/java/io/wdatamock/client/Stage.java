package io.wdatamock.client;


/** How far a run has come. */
public enum Stage {
    QUEUED,
    SOURCE,
    DESTINATION,
    DONE
}
