package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One run of a connection at the time of the request. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionRunDto(
        @Schema(description = "The ID of the connection", accessMode = AccessMode.READ_ONLY)
        String connectionId,

        @Schema(description = "When the run started", accessMode = AccessMode.READ_ONLY)
        Instant created,

        @Schema(description = "The user who started the run", accessMode = AccessMode.READ_ONLY)
        String createdBy,

        @Schema(
                description = "The metadata that the destination reports when it is final",
                accessMode = AccessMode.READ_ONLY)
        JsonObject destinationMetadata,

        @Schema(description = "The destination parameters", accessMode = AccessMode.READ_ONLY)
        JsonObject destinationParameters,

        @Schema(description = "The status of the destination", accessMode = AccessMode.READ_ONLY)
        RunStatus destinationStatus,

        @Schema(description = "The workspace of the destination", accessMode = AccessMode.READ_ONLY)
        String destinationWorkspaceId,

        @Schema(description = "The error of a failed run", accessMode = AccessMode.READ_ONLY) @Nullable
        String error,

        @Schema(description = "The ID of the run", accessMode = AccessMode.READ_ONLY)
        String jobId,

        @Schema(
                description = "The metadata that the source reports when it is final",
                accessMode = AccessMode.READ_ONLY)
        JsonObject sourceMetadata,

        @Schema(description = "The source parameters", accessMode = AccessMode.READ_ONLY)
        JsonObject sourceParameters,

        @Schema(description = "The status of the source", accessMode = AccessMode.READ_ONLY)
        RunStatus sourceStatus,

        @Schema(description = "The workspace of the source", accessMode = AccessMode.READ_ONLY)
        String sourceWorkspaceId,

        @Schema(description = "When a status last changed", accessMode = AccessMode.READ_ONLY)
        Instant updated,

        @Schema(description = "The workspace of the connection", accessMode = AccessMode.READ_ONLY)
        String workspaceId) {}
