package io.wdatamock.client;

import io.wdatamock.wire.RunStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a connection, as the vendor shows it.
 *
 * @param created the instant of its start
 * @param createdBy the user who started it
 * @param error the reason of its failure; null if it has not failed
 * @param updated the instant of the last change of a status
 */
public record Run(
        String connectionId,
        Instant created,
        String createdBy,
        Map<String, @Nullable Object> destinationMetadata,
        Map<String, @Nullable Object> destinationParameters,
        RunStatus destinationStatus,
        String destinationWorkspaceId,
        @Nullable String error,
        String jobId,
        Map<String, @Nullable Object> sourceMetadata,
        Map<String, @Nullable Object> sourceParameters,
        RunStatus sourceStatus,
        String sourceWorkspaceId,
        Instant updated,
        String workspaceId) {}
