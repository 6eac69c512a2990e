package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The severity of a message about a source. */
public enum SourceSeverity {
    @JsonProperty("ERROR")
    ERROR,
    @JsonProperty("WARNING")
    WARNING,
    @JsonProperty("INFO")
    INFO
}
