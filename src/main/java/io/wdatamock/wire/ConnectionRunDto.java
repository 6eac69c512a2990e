package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One run of a connection, as it stood when it was asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionRunDto(
        @Schema(description = "The connection that runs", accessMode = AccessMode.READ_ONLY)
        String connectionId,

        @Schema(description = "When the run started", accessMode = AccessMode.READ_ONLY)
        Instant created,

        @Schema(description = "Who started the run", accessMode = AccessMode.READ_ONLY)
        String createdBy,

        @Schema(description = "What the destination reports once it is done", accessMode = AccessMode.READ_ONLY)
        JsonObject destinationMetadata,

        @Schema(description = "What was handed to the destination", accessMode = AccessMode.READ_ONLY)
        JsonObject destinationParameters,

        @Schema(description = "How far the destination has come", accessMode = AccessMode.READ_ONLY)
        RunStatus destinationStatus,

        @Schema(description = "The workspace that is written to", accessMode = AccessMode.READ_ONLY)
        String destinationWorkspaceId,

        @Schema(description = "Why the run failed, if it did", accessMode = AccessMode.READ_ONLY) @Nullable
        String error,

        @Schema(description = "The run's own ID, to ask for its status by", accessMode = AccessMode.READ_ONLY)
        String jobId,

        @Schema(description = "What the source reports once it is done", accessMode = AccessMode.READ_ONLY)
        JsonObject sourceMetadata,

        @Schema(description = "What was handed to the source", accessMode = AccessMode.READ_ONLY)
        JsonObject sourceParameters,

        @Schema(description = "How far the source has come", accessMode = AccessMode.READ_ONLY)
        RunStatus sourceStatus,

        @Schema(description = "The workspace that is read from", accessMode = AccessMode.READ_ONLY)
        String sourceWorkspaceId,

        @Schema(description = "When a status last changed", accessMode = AccessMode.READ_ONLY)
        Instant updated,

        @Schema(description = "The workspace of the connection", accessMode = AccessMode.READ_ONLY)
        String workspaceId) {}
