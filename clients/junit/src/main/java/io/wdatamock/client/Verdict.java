package io.wdatamock.client;

/** The result of a verification; unknown if it depends on bodies that were not read, not kept or redacted. */
public enum Verdict {
    SATISFIED,
    VIOLATED,
    UNKNOWN
}
