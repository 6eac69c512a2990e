package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import org.jspecify.annotations.Nullable;

/** What to refresh and how: the body of a refresh, or one entry of a batch. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefreshConnectionDto(
        @Schema(
                description = "The connection to refresh; a single refresh has it in its path already",
                accessMode = AccessMode.WRITE_ONLY)
        @Nullable
        String connectionId,

        @Schema(description = "What to hand to the destination, free of form", accessMode = AccessMode.WRITE_ONLY)
        @Nullable
        JsonObject destinationParameters,

        @Schema(description = "What to hand to the source, free of form", accessMode = AccessMode.WRITE_ONLY) @Nullable
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

        @Schema(description = "The workspace in which the connection is looked for", accessMode = AccessMode.WRITE_ONLY)
        @Nullable
        String workspaceId) {

    /** A refresh that asks for nothing in particular. */
    public static final RefreshConnectionDto EMPTY = new RefreshConnectionDto(null, null, null, null, null, null);
}
