package io.wdatamock.connection;

import java.util.List;
import java.util.Optional;

/** One page of connections, and the cursor of the next page. */
public record ConnectionPage(List<Connection> connections, Optional<Cursor> next) {

    public ConnectionPage {
        connections = List.copyOf(connections);
    }
}
