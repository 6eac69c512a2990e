package io.wdatamock.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wdatamock.connection.Access;
import io.wdatamock.connection.Connection;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.sandbox.SandboxState;
import io.wdatamock.wire.ConnectionDto;
import io.wdatamock.wire.ResourcePropertiesDto;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A connection with its mock fields.
 *
 * @param connection the connection as the vendor returns it
 * @param nextScript the index in {@code scripts} of the script of the next refresh; null if there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionView(
        @JsonUnwrapped ConnectionDto connection,
        Access access,
        List<Script> scripts,
        @Nullable Integer nextScript,
        @Nullable String destinationWorkbook,
        @Nullable String sourceWorkbook,
        ResourcePropertiesDto sourceResource) {

    static ConnectionView of(Connection connection, SandboxState state) {
        OptionalInt next = connection.nextScript();
        return new ConnectionView(
                state.refreshes().describe(connection, state.now()),
                connection.access(),
                connection.scripts(),
                next.isEmpty() ? null : next.getAsInt(),
                connection.destinationWorkbook(),
                connection.sourceWorkbook(),
                connection.resourceProperties());
    }
}
