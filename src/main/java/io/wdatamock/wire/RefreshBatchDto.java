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
        @Schema(description = "The ID of the batch", accessMode = AccessMode.READ_ONLY)
        String batchRefreshId,

        @Schema(description = "The runs, in the order of the request", accessMode = AccessMode.READ_ONLY)
        List<ConnectionRunDto> childRefreshes,

        @Schema(description = "When the batch started", accessMode = AccessMode.READ_ONLY)
        Instant created,

        @Schema(description = "The user who started the batch", accessMode = AccessMode.READ_ONLY)
        String createdBy,

        @Schema(description = "The combined status of the destinations", accessMode = AccessMode.READ_ONLY)
        RunStatus destinationStatus,

        @Schema(description = "The error of the first failed run", accessMode = AccessMode.READ_ONLY) @Nullable
        String error,

        @Schema(description = "The combined status of the sources", accessMode = AccessMode.READ_ONLY)
        RunStatus sourceStatus,

        @Schema(description = "When the status of any run last changed", accessMode = AccessMode.READ_ONLY)
        Instant updated) {}
