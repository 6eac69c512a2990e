package io.wdatamock.client;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a connection, as the vendor shows it.
 *
 * @param created when it started
 * @param createdBy who started it
 * @param error why it failed, if it did
 * @param updated when a status last changed
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
