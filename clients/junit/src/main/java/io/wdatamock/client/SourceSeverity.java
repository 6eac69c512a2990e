package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How serious a remark on a source is. */
public enum SourceSeverity {
    @JsonProperty("ERROR")
    ERROR,
    @JsonProperty("WARNING")
    WARNING,
    @JsonProperty("INFO")
    INFO
}
