package io.wdatamock.client;

import java.util.List;

/** Reads and changes one connection of a sandbox. */
public final class ConnectionControl {

    private final ControlApi api;
    private final String connectionId;
    private final String path;

    ConnectionControl(ControlApi api, String connectionId) {
        this.api = api;
        this.connectionId = connectionId;
        this.path = "/__mock/connections/" + Query.encode(connectionId);
    }

    /** Replaces the scripts of the next refreshes, which use them in order; the last one repeats. */
    public Connection scripts(Script... scripts) {
        return api.put(path + "/scripts", List.of(scripts), Connection.class);
    }

    /** The current state of the connection. */
    public Connection get() {
        return api.get(path, Connection.class);
    }

    /** Creates or replaces the connection. */
    public Connection put(ConnectionDocument.Builder document) {
        return api.put(path, document.build(), Connection.class);
    }

    /** Deletes the connection and its runs. */
    public void delete() {
        api.delete(path);
    }

    /** Advances the newest active run to its next stage, independent of its pacing; also ends a stall. */
    public Run advance() {
        return api.post(path + "/advance", Run.class);
    }

    /** Advances the active run with this ID to its next stage. */
    public Run advance(String jobId) {
        String query = new Query().with("jobId", jobId).toString();
        return api.post(path + "/advance" + query, Run.class);
    }

    /** The runs that the server keeps, the newest first. This does not count as a poll. */
    public List<RunDetails> runs() {
        String query = new Query().with("connectionId", connectionId).toString();
        return api.get("/__mock/runs" + query, RunDetails.Listing.class).runs();
    }
}
