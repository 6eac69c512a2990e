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
 * A connection: the vendor's fields, and the mock's fields for access, scripts and workbooks.
 *
 * @param scripts the scripts of its refreshes, in order; the last one repeats; empty: the sandbox's default script
 * @param scriptsTaken how many refreshes have used a script
 * @param destinationWorkbook the workbook of the destination; null: unknown
 * @param sourceWorkbook the workbook of the source; null: unknown
 * @param sourceResource the description of the source; null: derived from its type and ID
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

    /** The memory of a connection without its texts, in bytes. */
    private static final long OVERHEAD = 512;

    public Connection {
        created = created.truncatedTo(ChronoUnit.MILLIS);
        updated = updated.truncatedTo(ChronoUnit.MILLIS);
        scripts = List.copyOf(scripts);
        if (sourceResource != null && sourceResource.equals(SourceResource.of(source, sourceWorkbook))) {
            sourceResource = null; // as the control API reported it
        }
    }

    /** Returns this connection, or throws 404 if it is not in the workspace; null means any workspace. */
    public Connection in(@Nullable String workspace, String target) {
        if (workspace != null && !workspace.equals(workspaceId)) {
            throw ApiException.notFound(
                    target,
                    "Workspace %s has no connection %s; omit workspaceId to search all of them"
                            .formatted(Sanitizer.quote(workspace), Sanitizer.quote(connectionId)));
        }
        return this;
    }

    /** Returns this connection, or throws 403 if clients may not read it. */
    public Connection readable(String target) {
        if (access == Access.FORBIDDEN) {
            throw ApiException.forbidden(
                    target, "Connection %s may not be used by this client".formatted(Sanitizer.quote(connectionId)));
        }
        return this;
    }

    /** Returns this connection, or throws 423 if it is locked. */
    public Connection unlocked(String target) {
        if (access == Access.LOCKED) {
            throw ApiException.locked(
                    target, "Connection %s is locked and cannot be refreshed".formatted(Sanitizer.quote(connectionId)));
        }
        return this;
    }

    /** Returns the description of the source, as given or derived from its type and ID. */
    public ResourcePropertiesDto resourceProperties() {
        return sourceResource == null ? SourceResource.of(source, sourceWorkbook) : sourceResource;
    }

    /**
     * Returns the workbook that all connections of a batch must share, if known: that of the source for an outgoing
     * connection (spreadsheet to table), otherwise that of the destination.
     */
    public Optional<String> workbook() {
        boolean outgoing = source.type().isSpreadsheet() && destination.type().isTable();
        return Optional.ofNullable(outgoing ? sourceWorkbook : destinationWorkbook);
    }

    @JsonIgnore
    public boolean isWritable() {
        return access != Access.UNWRITABLE;
    }

    /** Returns the script of the next refresh. */
    public Script script(Script defaults) {
        return scripts.isEmpty() ? defaults : scripts.get(scriptIndex());
    }

    /** Returns the index in {@link #scripts} of the script of the next refresh; empty if there are no scripts. */
    public OptionalInt nextScript() {
        return scripts.isEmpty() ? OptionalInt.empty() : OptionalInt.of(scriptIndex());
    }

    /** Returns the position of {@link #script} in the list, for an explanation. */
    public String scriptPlace() {
        return scripts.isEmpty()
                ? "the sandbox's default script"
                : "script " + (scriptIndex() + 1) + " of " + scripts.size();
    }

    /** Returns this connection after a refresh has used a script. */
    public Connection withScriptTaken() {
        return withScripts(scripts, Math.min(scriptsTaken + 1, scripts.size()));
    }

    /** Returns this connection with other scripts, starting at the first. */
    public Connection withScripts(List<Script> others) {
        return withScripts(others, 0);
    }

    /** Returns the estimated memory in bytes. */
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
