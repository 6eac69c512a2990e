package io.wdatamock.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the vendor shows it, and its mock side.
 *
 * @param access what may be done with it
 * @param scripts what its refreshes do: each takes the next, and the last one stays
 * @param nextScript the index of the script that the next refresh takes; absent: there are none
 * @param destinationWorkbook the workbook of the destination, if it is known
 * @param sourceWorkbook the workbook of the source, if it is known
 * @param sourceResource the source properties that clients get on request
 */
public record Connection(
        String connectionId,
        Instant created,
        String createdBy,
        @Nullable String description,
        String destinationId,
        ItemType destinationType,
        String destinationWorkspaceId,
        @Nullable Run lastRun,
        @Nullable String lastRunBy,
        @Nullable Instant lastRunDate,
        @Nullable Map<String, @Nullable Object> lastRunDestinationParameters,
        @Nullable String lastRunJobId,
        @Nullable Map<String, @Nullable Object> lastRunSourceParameters,
        @Nullable Map<String, @Nullable Object> metadata,
        @Nullable String name,
        String sourceId,
        @Nullable SourceResource sourceResourceProperties,
        ItemType sourceType,
        String sourceWorkspaceId,
        Instant updated,
        String workspaceId,
        Access access,
        List<Script> scripts,
        @Nullable Integer nextScript,
        @Nullable String destinationWorkbook,
        @Nullable String sourceWorkbook,
        SourceResource sourceResource) {

    /** How the control API lists them. */
    record Listing(List<Connection> connections) {}
}
