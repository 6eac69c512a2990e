package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A connection and its last run. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionDto(
        @Schema(description = "The connection's own ID", accessMode = AccessMode.READ_ONLY)
        String connectionId,

        @Schema(description = "When the connection was made", accessMode = AccessMode.READ_ONLY)
        Instant created,

        @Schema(description = "Who made the connection", accessMode = AccessMode.READ_ONLY)
        String createdBy,

        @Schema(description = "What the connection is for", accessMode = AccessMode.READ_ONLY) @Nullable
        String description,

        @Schema(description = "The file or item that is written to", accessMode = AccessMode.READ_ONLY)
        String destinationId,

        @Schema(description = "What kind of file or item is written to", accessMode = AccessMode.READ_ONLY)
        ItemType destinationType,

        @Schema(description = "The workspace that is written to", accessMode = AccessMode.READ_ONLY)
        String destinationWorkspaceId,

        @Schema(description = "The newest run", accessMode = AccessMode.READ_ONLY) @Nullable
        ConnectionRunDto lastRun,

        @Schema(description = "Who started the newest run", accessMode = AccessMode.READ_ONLY) @Nullable
        String lastRunBy,

        @Schema(description = "When the newest run started", accessMode = AccessMode.READ_ONLY) @Nullable
        Instant lastRunDate,

        @Schema(description = "What the newest run handed to the destination", accessMode = AccessMode.READ_ONLY)
        @Nullable
        JsonObject lastRunDestinationParameters,

        @Schema(description = "The newest run's ID", accessMode = AccessMode.READ_ONLY) @Nullable
        String lastRunJobId,

        @Schema(description = "What the newest run handed to the source", accessMode = AccessMode.READ_ONLY) @Nullable
        JsonObject lastRunSourceParameters,

        @Schema(description = "What else is known of the connection", accessMode = AccessMode.READ_ONLY) @Nullable
        JsonObject metadata,

        @Schema(description = "What people call the connection", accessMode = AccessMode.READ_ONLY) @Nullable
        String name,

        @Schema(description = "The file or item that is read", accessMode = AccessMode.READ_ONLY)
        String sourceId,

        @Schema(
                description = "The file or item that is read, described if that was asked for",
                accessMode = AccessMode.READ_ONLY)
        @Nullable
        ResourcePropertiesDto sourceResourceProperties,

        @Schema(description = "What kind of file or item is read", accessMode = AccessMode.READ_ONLY)
        ItemType sourceType,

        @Schema(description = "The workspace that is read from", accessMode = AccessMode.READ_ONLY)
        String sourceWorkspaceId,

        @Schema(description = "When the connection was last edited", accessMode = AccessMode.READ_ONLY)
        Instant updated,

        @Schema(description = "The workspace of the connection", accessMode = AccessMode.READ_ONLY)
        String workspaceId) {

    /** The same with a description of its source. */
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
