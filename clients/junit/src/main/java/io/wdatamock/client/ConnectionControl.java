package io.wdatamock.client;

import java.util.List;

/** A connection of a sandbox, to be told what its refreshes do. */
public final class ConnectionControl {

    private final ControlApi api;
    private final String connectionId;
    private final String path;

    ConnectionControl(ControlApi api, String connectionId) {
        this.api = api;
        this.connectionId = connectionId;
        this.path = "/__mock/connections/" + Query.encode(connectionId);
    }

    /** Says what the next refreshes do: each takes the next script, and the last one stays. */
    public Connection scripts(Script... scripts) {
        return api.put(path + "/scripts", List.of(scripts), Connection.class);
    }

    /** The connection as it is now. */
    public Connection get() {
        return api.get(path, Connection.class);
    }

    /** Makes the connection, or replaces all of it. */
    public Connection put(ConnectionDocument.Builder document) {
        return api.put(path, document.build(), Connection.class);
    }

    /** Deletes the connection and its runs. */
    public void delete() {
        api.delete(path);
    }

    /** Moves the newest active run to its next stage, whatever paces it, a stall included. */
    public Run advance() {
        return api.post(path + "/advance", Run.class);
    }

    /** Moves the active run with this ID to its next stage. */
    public Run advance(String jobId) {
        String query = new Query().with("jobId", jobId).toString();
        return api.post(path + "/advance" + query, Run.class);
    }

    /** The runs that are kept, the newest first, with their timelines; to look at them counts as no poll. */
    public List<TracedRun> runs() {
        String query = new Query().with("connectionId", connectionId).toString();
        return api.get("/__mock/runs" + query, TracedRun.Listing.class).runs();
    }
}
