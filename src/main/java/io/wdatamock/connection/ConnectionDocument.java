package io.wdatamock.connection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.time.Rfc3339;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.ItemType;
import io.wdatamock.wire.JsonObject;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.ResourcePropertiesDto;
import io.wdatamock.wire.Sanitizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection in the format of seeds and the control API: the vendor's fields and the mock's fields. All fields except
 * the ID are optional; fields that only responses have, such as the newest run, are ignored.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties({
    "lastRun",
    "lastRunBy",
    "lastRunDate",
    "lastRunDestinationParameters",
    "lastRunJobId",
    "lastRunSourceParameters",
    "nextScript",
    "sourceResourceProperties"
})
public record ConnectionDocument(
        @Nullable String connectionId,
        @Nullable String name,
        @Nullable String description,
        @Nullable JsonObject metadata,
        @Nullable String workspaceId,
        @Nullable ItemType sourceType,
        @Nullable String sourceId,
        @Nullable String sourceWorkspaceId,
        @Nullable ItemType destinationType,
        @Nullable String destinationId,
        @Nullable String destinationWorkspaceId,
        @Nullable Instant created,
        @Nullable String createdBy,
        @Nullable Instant updated,
        @Nullable Access access,
        @Nullable List<Script> scripts,
        @Nullable String destinationWorkbook,
        @Nullable String sourceWorkbook,
        @Nullable ResourcePropertiesDto sourceResource) {

    /** The maximum number of scripts of a connection. */
    public static final int MAX_SCRIPTS = 1000;

    private static final String DEFAULT_WORKSPACE = "workspace-1";
    private static final String DEFAULT_CREATOR = "wdata-mock";

    public ConnectionDocument {
        requireWritable("created", created);
        requireWritable("updated", updated);
        requireScripts(or(scripts, List.of()));
        Limits.requireField("name", name, Limits.TEXT);
        Limits.requireField("description", description, Limits.TEXT);
        Limits.requireField("workspaceId", workspaceId, Limits.ID);
        Limits.requireField("sourceId", sourceId, Limits.ID);
        Limits.requireField("sourceWorkspaceId", sourceWorkspaceId, Limits.ID);
        Limits.requireField("destinationId", destinationId, Limits.ID);
        Limits.requireField("destinationWorkspaceId", destinationWorkspaceId, Limits.ID);
        Limits.requireField("createdBy", createdBy, Limits.CREDENTIAL);
        Limits.requireField("destinationWorkbook", destinationWorkbook, Limits.ID);
    }

    /**
     * Returns the connection; {@code now} is its creation time if the document has none.
     *
     * @throws InvalidFieldException if the ID is missing or invalid
     */
    public Connection toConnection(Instant now) {
        String id = checkedId();
        String workspace = or(workspaceId, DEFAULT_WORKSPACE);
        Instant made = or(created, now);
        return new Connection(
                id,
                name,
                description,
                metadata,
                workspace,
                new Endpoint(
                        or(sourceType, ItemType.WDATA_QUERY),
                        or(sourceId, id + "-source"),
                        or(sourceWorkspaceId, workspace)),
                new Endpoint(
                        or(destinationType, ItemType.SPREADSHEET_SECTION),
                        or(destinationId, id + "-destination"),
                        or(destinationWorkspaceId, workspace)),
                made,
                or(createdBy, DEFAULT_CREATOR),
                or(updated, made),
                or(access, Access.OPEN),
                or(scripts, List.of()),
                0,
                destinationWorkbook,
                sourceWorkbook,
                sourceResource);
    }

    /** Returns this document with the ID of the path; throws 400 if it contains another ID. */
    public ConnectionDocument named(String id) {
        if (connectionId != null && !connectionId.equals(id)) {
            throw ApiException.badRequest(
                    "connectionId",
                    "connectionId was %s in the body, but %s in the path; leave it out or repeat the path's"
                            .formatted(Sanitizer.quote(connectionId), Sanitizer.quote(id)));
        }
        return with(id, access, scripts);
    }

    /** Returns this document with another ID, access and scripts. */
    public ConnectionDocument with(String id, @Nullable Access otherAccess, @Nullable List<Script> otherScripts) {
        return new ConnectionDocument(
                id,
                name,
                description,
                metadata,
                workspaceId,
                sourceType,
                sourceId,
                sourceWorkspaceId,
                destinationType,
                destinationId,
                destinationWorkspaceId,
                created,
                createdBy,
                updated,
                otherAccess,
                otherScripts,
                destinationWorkbook,
                sourceWorkbook,
                sourceResource);
    }

    private static void requireWritable(String field, @Nullable Instant instant) {
        if (instant != null && !Rfc3339.canWrite(instant)) {
            throw new InvalidFieldException(field, "was " + instant + ", but must be " + Rfc3339.RULE);
        }
    }

    /** Rejects null elements, which JSON can contain. */
    private static void requireScripts(List<Script> scripts) {
        if (scripts.size() > MAX_SCRIPTS) {
            throw new InvalidFieldException(
                    "scripts", "has %d entries, but must have at most %d".formatted(scripts.size(), MAX_SCRIPTS));
        }
        int missing =
                new ArrayList<@Nullable Script>(scripts).indexOf(null); // an immutable list throws on contains(null)
        if (missing >= 0) {
            throw new InvalidFieldException("scripts[" + missing + "]", "was null, but must be a script");
        }
    }

    private String checkedId() {
        if (connectionId == null) {
            throw new InvalidFieldException("connectionId", "is missing; it must be " + NameRule.RULE);
        }
        if (!NameRule.permits(connectionId) || connectionId.equals("batch")) {
            throw new InvalidFieldException(
                    "connectionId",
                    "was %s, but must be %s, and not \"batch\""
                            .formatted(Sanitizer.quote(connectionId), NameRule.RULE));
        }
        return connectionId;
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
