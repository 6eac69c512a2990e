package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a source exists. */
public enum SourceStatus {
    @JsonProperty("PRESENT")
    PRESENT,
    @JsonProperty("UNKNOWN")
    UNKNOWN
}
