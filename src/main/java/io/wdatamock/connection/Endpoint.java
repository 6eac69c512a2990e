package io.wdatamock.connection;

import io.wdatamock.wire.ItemType;

/** One end of a connection: the file or item that is read or written. */
public record Endpoint(ItemType type, String id, String workspaceId) {

    /** Returns the form for messages: {@code wdata_query "q-1"}. */
    @Override
    public String toString() {
        return type + " \"" + id + '"';
    }
}
