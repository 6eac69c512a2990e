package io.wdatamock.client;


/** Whether an expectation was met; unknown if it depends on bodies that are not kept, not read or redacted. */
public enum Verdict {
    SATISFIED,
    VIOLATED,
    UNKNOWN
}
