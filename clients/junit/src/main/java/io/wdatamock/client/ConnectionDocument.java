package io.wdatamock.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection to make, in the fields of the vendor and those of its mock side. What is absent takes a plausible value.
 * {@link WdataMockDsl#connection()} begins one.
 */
public record ConnectionDocument(
        @Nullable String connectionId,
        @Nullable String name,
        @Nullable String description,
        @Nullable Map<String, @Nullable Object> metadata,
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
        @Nullable SourceResource sourceResource) {

    public ConnectionDocument {
        metadata = Maps.copyIfAny(metadata);
        scripts = scripts == null ? null : List.copyOf(scripts);
    }

    /** Takes one field after the other; what is not given is absent. */
    public static final class Builder {

        private @Nullable String name;
        private @Nullable String description;
        private @Nullable Map<String, @Nullable Object> metadata;
        private @Nullable String workspaceId;
        private @Nullable ItemType sourceType;
        private @Nullable String sourceId;
        private @Nullable String sourceWorkspaceId;
        private @Nullable ItemType destinationType;
        private @Nullable String destinationId;
        private @Nullable String destinationWorkspaceId;
        private @Nullable Instant created;
        private @Nullable String createdBy;
        private @Nullable Instant updated;
        private @Nullable Access access;
        private @Nullable List<Script> scripts;
        private @Nullable String destinationWorkbook;
        private @Nullable String sourceWorkbook;
        private @Nullable SourceResource sourceResource;

        Builder() {}

        /** Says what people call it. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Says what it is for. */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        /** Says what else is known of it. */
        public Builder metadata(Map<String, ? extends @Nullable Object> metadata) {
            this.metadata = Maps.copy(metadata);
            return this;
        }

        /** Says its workspace. */
        public Builder workspaceId(String workspaceId) {
            this.workspaceId = workspaceId;
            return this;
        }

        /** Says what kind of item it reads. */
        public Builder sourceType(ItemType sourceType) {
            this.sourceType = sourceType;
            return this;
        }

        /** Says the item it reads. */
        public Builder sourceId(String sourceId) {
            this.sourceId = sourceId;
            return this;
        }

        /** Says the workspace it reads from. */
        public Builder sourceWorkspaceId(String sourceWorkspaceId) {
            this.sourceWorkspaceId = sourceWorkspaceId;
            return this;
        }

        /** Says what kind of item it writes to. */
        public Builder destinationType(ItemType destinationType) {
            this.destinationType = destinationType;
            return this;
        }

        /** Says the item it writes to. */
        public Builder destinationId(String destinationId) {
            this.destinationId = destinationId;
            return this;
        }

        /** Says the workspace it writes to. */
        public Builder destinationWorkspaceId(String destinationWorkspaceId) {
            this.destinationWorkspaceId = destinationWorkspaceId;
            return this;
        }

        /** Says when it was made. */
        public Builder created(Instant created) {
            this.created = created;
            return this;
        }

        /** Says who made it. */
        public Builder createdBy(String createdBy) {
            this.createdBy = createdBy;
            return this;
        }

        /** Says when it was last edited. */
        public Builder updated(Instant updated) {
            this.updated = updated;
            return this;
        }

        /** Says what may be done with it. */
        public Builder access(Access access) {
            this.access = access;
            return this;
        }

        /** Says what its refreshes do: each takes the next, and the last one stays. */
        public Builder scripts(Script... scripts) {
            this.scripts = List.of(scripts);
            return this;
        }

        /** Says the workbook of its source, which is what outgoing connections of a batch must share. */
        public Builder sourceWorkbook(String sourceWorkbook) {
            this.sourceWorkbook = sourceWorkbook;
            return this;
        }

        /** Sets the source properties that clients get on request. */
        public Builder sourceResource(SourceResource sourceResource) {
            this.sourceResource = sourceResource;
            return this;
        }

        /** Says the workbook of its destination, which is what other connections of a batch must share. */
        public Builder destinationWorkbook(String destinationWorkbook) {
            this.destinationWorkbook = destinationWorkbook;
            return this;
        }

        ConnectionDocument build() {
            return new ConnectionDocument(
                    null,
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
                    access,
                    scripts,
                    destinationWorkbook,
                    sourceWorkbook,
                    sourceResource);
        }
    }
}
