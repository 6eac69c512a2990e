package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A connection and its newest run. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionDto(
        @Schema(description = "The ID of the connection", accessMode = AccessMode.READ_ONLY)
        String connectionId,

        @Schema(description = "When the connection was created", accessMode = AccessMode.READ_ONLY)
        Instant created,

        @Schema(description = "The user who created the connection", accessMode = AccessMode.READ_ONLY)
        String createdBy,

        @Schema(description = "The description of the connection", accessMode = AccessMode.READ_ONLY) @Nullable
        String description,

        @Schema(description = "The ID of the destination", accessMode = AccessMode.READ_ONLY)
        String destinationId,

        @Schema(description = "The type of the destination", accessMode = AccessMode.READ_ONLY)
        ItemType destinationType,

        @Schema(description = "The workspace of the destination", accessMode = AccessMode.READ_ONLY)
        String destinationWorkspaceId,

        @Schema(description = "The newest run", accessMode = AccessMode.READ_ONLY) @Nullable
        ConnectionRunDto lastRun,

        @Schema(description = "The user who started the newest run", accessMode = AccessMode.READ_ONLY) @Nullable
        String lastRunBy,

        @Schema(description = "When the newest run started", accessMode = AccessMode.READ_ONLY) @Nullable
        Instant lastRunDate,

        @Schema(description = "The destination parameters of the newest run", accessMode = AccessMode.READ_ONLY)
        @Nullable
        JsonObject lastRunDestinationParameters,

        @Schema(description = "The ID of the newest run", accessMode = AccessMode.READ_ONLY) @Nullable
        String lastRunJobId,

        @Schema(description = "The source parameters of the newest run", accessMode = AccessMode.READ_ONLY) @Nullable
        JsonObject lastRunSourceParameters,

        @Schema(description = "The metadata of the connection", accessMode = AccessMode.READ_ONLY) @Nullable
        JsonObject metadata,

        @Schema(description = "The name of the connection", accessMode = AccessMode.READ_ONLY) @Nullable
        String name,

        @Schema(description = "The ID of the source", accessMode = AccessMode.READ_ONLY)
        String sourceId,

        @Schema(description = "The description of the source, on request", accessMode = AccessMode.READ_ONLY) @Nullable
        ResourcePropertiesDto sourceResourceProperties,

        @Schema(description = "The type of the source", accessMode = AccessMode.READ_ONLY)
        ItemType sourceType,

        @Schema(description = "The workspace of the source", accessMode = AccessMode.READ_ONLY)
        String sourceWorkspaceId,

        @Schema(description = "When the connection was last edited", accessMode = AccessMode.READ_ONLY)
        Instant updated,

        @Schema(description = "The workspace of the connection", accessMode = AccessMode.READ_ONLY)
        String workspaceId) {

    /** Returns a copy with the properties of its source. */
    public ConnectionDto withSourceResourceProperties(ResourcePropertiesDto properties) {
        return new ConnectionDto(
                connectionId,
                created,
                createdBy,
                description,
                destinationId,
                destinationType,
                destinationWorkspaceId,
                lastRun,
                lastRunBy,
                lastRunDate,
                lastRunDestinationParameters,
                lastRunJobId,
                lastRunSourceParameters,
                metadata,
                name,
                sourceId,
                properties,
                sourceType,
                sourceWorkspaceId,
                updated,
                workspaceId);
    }
}
