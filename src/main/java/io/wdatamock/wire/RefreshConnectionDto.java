package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import org.jspecify.annotations.Nullable;

/** The body of a refresh, or one entry of a batch. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefreshConnectionDto(
        @Schema(
                description = "The ID of the connection; in a single refresh it is optional",
                accessMode = AccessMode.WRITE_ONLY)
        @Nullable
        String connectionId,

        @Schema(description = "The destination parameters, of any form", accessMode = AccessMode.WRITE_ONLY) @Nullable
        JsonObject destinationParameters,

        @Schema(description = "The source parameters, of any form", accessMode = AccessMode.WRITE_ONLY) @Nullable
        JsonObject sourceParameters,

        @Schema(
                description = "Take the destination parameters of the connection's run before this one instead of "
                        + "those given; a batch pays no heed to it",
                defaultValue = "false",
                accessMode = AccessMode.WRITE_ONLY)
        @Nullable
        Boolean usePreviousDestinationParameters,

        @Schema(
                description = "Take the source parameters of the connection's run before this one instead of those "
                        + "given; a batch pays no heed to it",
                defaultValue = "false",
                accessMode = AccessMode.WRITE_ONLY)
        @Nullable
        Boolean usePreviousSourceParameters,

        @Schema(description = "The workspace that must contain the connection", accessMode = AccessMode.WRITE_ONLY)
        @Nullable
        String workspaceId) {

    /** A refresh without parameters and options. */
    public static final RefreshConnectionDto EMPTY = new RefreshConnectionDto(null, null, null, null, null, null);
}
