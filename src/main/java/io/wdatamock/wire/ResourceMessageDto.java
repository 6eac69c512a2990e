package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import org.jspecify.annotations.Nullable;

/** A message about the source of a connection. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceMessageDto(
        @Schema(description = "The code of the message", accessMode = AccessMode.READ_ONLY) @Nullable
        ResourceMessageCode code,

        @Schema(description = "The text of the message", accessMode = AccessMode.READ_ONLY) @Nullable
        String message,

        @Schema(description = "How severe the message is", accessMode = AccessMode.READ_ONLY) @Nullable
        ResourceMessageSeverity severity) {}
