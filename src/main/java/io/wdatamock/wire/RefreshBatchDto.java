package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several runs that were started together. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefreshBatchDto(
        @Schema(description = "The batch's own ID, to ask for its status by", accessMode = AccessMode.READ_ONLY)
        String batchRefreshId,

        @Schema(description = "The runs, in the order they were asked for", accessMode = AccessMode.READ_ONLY)
        List<ConnectionRunDto> childRefreshes,

        @Schema(description = "When the batch started", accessMode = AccessMode.READ_ONLY)
        Instant created,

        @Schema(description = "Who started the batch", accessMode = AccessMode.READ_ONLY)
        String createdBy,

        @Schema(description = "How far the destinations have come, taken together", accessMode = AccessMode.READ_ONLY)
        RunStatus destinationStatus,

        @Schema(description = "The first run's error, if any run failed", accessMode = AccessMode.READ_ONLY) @Nullable
        String error,

        @Schema(description = "How far the sources have come, taken together", accessMode = AccessMode.READ_ONLY)
        RunStatus sourceStatus,

        @Schema(description = "When a status of any run last changed", accessMode = AccessMode.READ_ONLY)
        Instant updated) {}
