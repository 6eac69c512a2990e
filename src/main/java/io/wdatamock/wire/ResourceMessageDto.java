package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import org.jspecify.annotations.Nullable;

/** A remark on the source of a connection. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceMessageDto(
        @Schema(description = "The kind of remark, for a program to read", accessMode = AccessMode.READ_ONLY) @Nullable
        Code code,

        @Schema(description = "The remark, for a person to read", accessMode = AccessMode.READ_ONLY) @Nullable
        String message,

        @Schema(description = "How serious it is", accessMode = AccessMode.READ_ONLY) @Nullable
        Severity severity) {

    /** The kinds of remarks. */
    public enum Code {
        SOURCE_NOT_FOUND,
        SOURCE_STATUS_UNAVAILABLE,
        SOURCE_PROPERTY_UNAVAILABLE,
        OTHER
    }

    /** How serious a remark is. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }
}
