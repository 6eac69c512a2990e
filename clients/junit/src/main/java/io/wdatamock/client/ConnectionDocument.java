package io.wdatamock.client;

import io.wdatamock.connection.Access;
import io.wdatamock.wire.ItemType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection to create, with the properties of the vendor and those of the mock. The server chooses plausible values
 * for nulls. {@link WdataMockDsl#connection()} creates a builder.
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

    /** Builds a document; properties without a value are null. */
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

        /** Sets the name. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Sets the description. */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        /** Sets the metadata. */
        public Builder metadata(Map<String, ? extends @Nullable Object> metadata) {
            this.metadata = Maps.copy(metadata);
            return this;
        }

        /** Sets the workspace. */
        public Builder workspaceId(String workspaceId) {
            this.workspaceId = workspaceId;
            return this;
        }

        /** Sets the type of the source. */
        public Builder sourceType(ItemType sourceType) {
            this.sourceType = sourceType;
            return this;
        }

        /** Sets the source. */
        public Builder sourceId(String sourceId) {
            this.sourceId = sourceId;
            return this;
        }

        /** Sets the workspace of the source. */
        public Builder sourceWorkspaceId(String sourceWorkspaceId) {
            this.sourceWorkspaceId = sourceWorkspaceId;
            return this;
        }

        /** Sets the type of the destination. */
        public Builder destinationType(ItemType destinationType) {
            this.destinationType = destinationType;
            return this;
        }

        /** Sets the destination. */
        public Builder destinationId(String destinationId) {
            this.destinationId = destinationId;
            return this;
        }

        /** Sets the workspace of the destination. */
        public Builder destinationWorkspaceId(String destinationWorkspaceId) {
            this.destinationWorkspaceId = destinationWorkspaceId;
            return this;
        }

        /** Sets the instant of its creation. */
        public Builder created(Instant created) {
            this.created = created;
            return this;
        }

        /** Sets the user who created it. */
        public Builder createdBy(String createdBy) {
            this.createdBy = createdBy;
            return this;
        }

        /** Sets the instant of its last change. */
        public Builder updated(Instant updated) {
            this.updated = updated;
            return this;
        }

        /** Sets whether clients may read and refresh it. */
        public Builder access(Access access) {
            this.access = access;
            return this;
        }

        /** Sets the scripts of its refreshes in order; the last one repeats. */
        public Builder scripts(Script... scripts) {
            this.scripts = List.of(scripts);
            return this;
        }

        /** Sets the workbook of the source, which the outgoing connections of a batch must share. */
        public Builder sourceWorkbook(String sourceWorkbook) {
            this.sourceWorkbook = sourceWorkbook;
            return this;
        }

        /** Sets the source properties that clients receive on request. */
        public Builder sourceResource(SourceResource sourceResource) {
            this.sourceResource = sourceResource;
            return this;
        }

        /** Sets the workbook of the destination, which the other connections of a batch must share. */
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
