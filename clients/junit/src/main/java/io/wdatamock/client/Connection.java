package io.wdatamock.client;

import io.wdatamock.connection.Access;
import io.wdatamock.wire.ItemType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection with the properties of the vendor and those of the mock.
 *
 * @param access whether clients may read and refresh it
 * @param scripts the scripts of its refreshes in order; the last one repeats
 * @param nextScript the index of the script of the next refresh; null without scripts
 * @param destinationWorkbook the workbook of the destination; null if unknown
 * @param sourceWorkbook the workbook of the source; null if unknown
 * @param sourceResource the source properties that clients receive on request
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

    /** The response of the control API to a list. */
    record Listing(List<Connection> connections) {}
}
