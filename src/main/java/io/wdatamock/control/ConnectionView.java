package io.wdatamock.control;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wdatamock.connection.Access;
import io.wdatamock.connection.Connection;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.sandbox.World;
import io.wdatamock.wire.ConnectionDto;
import java.util.List;

/**
 * A connection with its mock side.
 *
 * @param connection what the vendor shows
 */
record ConnectionView(
        @JsonUnwrapped ConnectionDto connection, Access access, List<Script> scripts, String destinationWorkbook) {

    static ConnectionView of(Connection connection, World world) {
        return new ConnectionView(
                world.refreshes().describe(connection, world.now()),
                connection.access(),
                connection.scripts(),
                connection.destinationWorkbook());
    }
}
