package io.wdatamock.connection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.memory.Sizes;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.JsonObject;
import io.wdatamock.wire.ResourcePropertiesDto;
import io.wdatamock.wire.Sanitizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the vendor shows it, and its mock side: who may use it, and how its runs go.
 *
 * @param scripts what its refreshes do, one after the other; the last one stays; none: the sandbox's default script
 * @param scriptsTaken how many refreshes have taken a script
 * @param destinationWorkbook the workbook of the destination, if it is known
 * @param sourceWorkbook the workbook of the source, if it is known
 * @param sourceResource what describes the source; absent: what fits its type and ID
 */
public record Connection(
        String connectionId,
        @Nullable String name,
        @Nullable String description,
        @Nullable JsonObject metadata,
        String workspaceId,
        Endpoint source,
        Endpoint destination,
        Instant created,
        String createdBy,
        Instant updated,
        Access access,
        List<Script> scripts,
        int scriptsTaken,
        @Nullable String destinationWorkbook,
        @Nullable String sourceWorkbook,
        @Nullable ResourcePropertiesDto sourceResource) {

    /** The connection, its endpoints and instants, its key, and its places among the others. */
    private static final long OVERHEAD = 512;

    public Connection {
        created = created.truncatedTo(ChronoUnit.MILLIS);
        updated = updated.truncatedTo(ChronoUnit.MILLIS);
        scripts = List.copyOf(scripts);
        if (sourceResource != null && sourceResource.equals(SourceResource.of(source, sourceWorkbook))) {
            sourceResource = null; // as the control API has shown it
        }
    }

    /** Refuses with 404 unless the connection is in this workspace; any will do if none is given. */
    public Connection in(@Nullable String workspace, String target) {
        if (workspace != null && !workspace.equals(workspaceId)) {
            throw ApiException.notFound(
                    target,
                    "Workspace %s has no connection %s; ask without a workspaceId to look in all of them"
                            .formatted(Sanitizer.of(workspace), Sanitizer.of(connectionId)));
        }
        return this;
    }

    /** Refuses with 403 if the client may not look at the connection. */
    public Connection readable(String target) {
        if (access == Access.FORBIDDEN) {
            throw ApiException.forbidden(
                    target, "Connection %s may not be used by this client".formatted(Sanitizer.of(connectionId)));
        }
        return this;
    }

    /** Refuses with 423 if nobody may refresh the connection now. */
    public Connection unlocked(String target) {
        if (access == Access.LOCKED) {
            throw ApiException.locked(
                    target, "Connection %s is locked and cannot be refreshed".formatted(Sanitizer.of(connectionId)));
        }
        return this;
    }

    /** Describes the source: as given, or else as its type and ID suggest. */
    public ResourcePropertiesDto resourceProperties() {
        return sourceResource == null ? SourceResource.of(source, sourceWorkbook) : sourceResource;
    }

    /**
     * The workbook that all connections of a batch must share, if it is known: that of the source for an outgoing
     * connection, from a spreadsheet to a table, else that of the destination.
     */
    public Optional<String> workbook() {
        boolean outgoing = source.type().isSpreadsheet() && destination.type().isTable();
        return Optional.ofNullable(outgoing ? sourceWorkbook : destinationWorkbook);
    }

    @JsonIgnore
    public boolean isWritable() {
        return access != Access.UNWRITABLE;
    }

    /** The script that the next refresh takes. */
    public Script script(Script defaults) {
        return scripts.isEmpty() ? defaults : scripts.get(scriptIndex());
    }

    /** The position in {@link #scripts} of the script that the next refresh takes, from 0; empty if there are none. */
    public OptionalInt nextScript() {
        return scripts.isEmpty() ? OptionalInt.empty() : OptionalInt.of(scriptIndex());
    }

    /** Where {@link #script} stands in the list, for an explanation. */
    public String scriptPlace() {
        return scripts.isEmpty()
                ? "the sandbox's default script"
                : "script " + (scriptIndex() + 1) + " of " + scripts.size();
    }

    /** This connection after a refresh has taken a script. */
    public Connection withScriptTaken() {
        return withScripts(scripts, Math.min(scriptsTaken + 1, scripts.size()));
    }

    /** This connection with other scripts, starting at the first. */
    public Connection withScripts(List<Script> others) {
        return withScripts(others, 0);
    }

    /** About how many bytes of memory it takes. */
    long size() {
        long texts = Sizes.of(connectionId) + Sizes.of(name) + Sizes.of(description) + Sizes.of(workspaceId);
        texts += Sizes.of(createdBy) + Sizes.of(destinationWorkbook) + size(source) + size(destination);
        texts += metadata == null ? 0 : Sizes.exactly(metadata.text());
        return OVERHEAD + texts + scripts.stream().mapToLong(Script::size).sum();
    }

    private static long size(Endpoint endpoint) {
        return Sizes.of(endpoint.id()) + Sizes.of(endpoint.workspaceId());
    }

    private int scriptIndex() {
        return Math.min(scriptsTaken, scripts.size() - 1);
    }

    private Connection withScripts(List<Script> list, int taken) {
        return new Connection(
                connectionId,
                name,
                description,
                metadata,
                workspaceId,
                source,
                destination,
                created,
                createdBy,
                updated,
                access,
                list,
                taken,
                destinationWorkbook,
                sourceWorkbook,
                sourceResource);
    }
}
