package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The code of a message about a source. */
public enum SourceMessageCode {
    @JsonProperty("SOURCE_NOT_FOUND")
    SOURCE_NOT_FOUND,
    @JsonProperty("SOURCE_STATUS_UNAVAILABLE")
    SOURCE_STATUS_UNAVAILABLE,
    @JsonProperty("SOURCE_PROPERTY_UNAVAILABLE")
    SOURCE_PROPERTY_UNAVAILABLE,
    @JsonProperty("OTHER")
    OTHER
}
