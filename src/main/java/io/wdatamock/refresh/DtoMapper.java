package io.wdatamock.refresh;

import io.wdatamock.connection.Connection;
import io.wdatamock.lifecycle.Run;
import io.wdatamock.lifecycle.RunState;
import io.wdatamock.lifecycle.SideStatuses;
import io.wdatamock.wire.ConnectionDto;
import io.wdatamock.wire.ConnectionRunDto;
import io.wdatamock.wire.JsonObject;
import io.wdatamock.wire.RefreshBatchDto;
import io.wdatamock.wire.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Maps connections, runs and batches to the vendor's data transfer objects. */
final class DtoMapper {

    private DtoMapper() {}

    static ConnectionRunDto of(Run run, Instant now) {
        RunState state = run.at(now);
        SideStatuses statuses = state.statuses();
        return new ConnectionRunDto(
                run.connectionId(),
                run.created(),
                run.origin().createdBy(),
                onceFinal(statuses.destination(), run.ending().destinationMetadata()),
                run.origin().destinationParameters(),
                statuses.destination(),
                run.origin().workspaces().destination(),
                state.isDone() ? run.ending().error() : null,
                run.jobId(),
                onceFinal(statuses.source(), run.ending().sourceMetadata()),
                run.origin().sourceParameters(),
                statuses.source(),
                run.origin().workspaces().source(),
                state.updated(),
                run.origin().workspaces().own());
    }

    static RefreshBatchDto of(Batch batch, List<ConnectionRunDto> children) {
        SideStatuses together = SideStatuses.together(children.stream()
                .map(child -> new SideStatuses(child.sourceStatus(), child.destinationStatus()))
                .toList());
        return new RefreshBatchDto(
                batch.batchId(),
                children,
                batch.created(),
                batch.createdBy(),
                together.destination(),
                children.stream()
                        .map(ConnectionRunDto::error)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                together.source(),
                children.stream()
                        .map(ConnectionRunDto::updated)
                        .max(Instant::compareTo)
                        .orElse(batch.created()));
    }

    static ConnectionDto of(Connection connection, Optional<ConnectionRunDto> lastRun) {
        return new ConnectionDto(
                connection.connectionId(),
                connection.created(),
                connection.createdBy(),
                connection.description(),
                connection.destination().id(),
                connection.destination().type(),
                connection.destination().workspaceId(),
                lastRun.orElse(null),
                lastRun.map(ConnectionRunDto::createdBy).orElse(null),
                lastRun.map(ConnectionRunDto::created).orElse(null),
                lastRun.map(ConnectionRunDto::destinationParameters).orElse(null),
                lastRun.map(ConnectionRunDto::jobId).orElse(null),
                lastRun.map(ConnectionRunDto::sourceParameters).orElse(null),
                connection.metadata(),
                connection.name(),
                connection.source().id(),
                null,
                connection.source().type(),
                connection.source().workspaceId(),
                connection.updated(),
                connection.workspaceId());
    }

    private static JsonObject onceFinal(RunStatus status, JsonObject metadata) {
        return status.isFinal() ? metadata : JsonObject.EMPTY;
    }
}
