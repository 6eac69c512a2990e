package io.wdatamock.mcp;

import io.wdatamock.auth.Tokens;
import io.wdatamock.connection.ConnectionDocument;
import io.wdatamock.control.ConnectionControlController;
import io.wdatamock.control.ConnectionView;
import io.wdatamock.control.RunController;
import io.wdatamock.journal.Explanation;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.wire.ConnectionRunDto;
import io.wdatamock.wire.RefreshConnectionDto;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The tools for connections and their runs. */
@Lazy
@Component
final class ConnectionTools implements ToolSet {

    private static final String CONNECTION_ID = "connectionId";

    private record Scripts(
            @Nullable String connectionId, @Nullable List<@Nullable Script> scripts) {}

    private record Refreshed(ConnectionRunDto run, String explanation) {}

    private record RunSelection(
            @Nullable String connectionId, @Nullable Integer limit) {}

    private record RunChoice(
            @Nullable String connectionId, @Nullable String jobId) {}

    private final ConnectionControlController connections;
    private final RunController runs;

    ConnectionTools(ConnectionControlController connections, RunController runs) {
        this.connections = connections;
        this.runs = runs;
    }

    @Override
    public Map<String, Function<ToolCall, ?>> methods() {
        return Map.of(
                "put_connection", this::putConnection,
                "script_refreshes", this::scriptRefreshes,
                "refresh_connection", this::refresh,
                "list_runs", this::listRuns,
                "move_run", this::moveRun);
    }

    private ConnectionView putConnection(ToolCall call) {
        ConnectionDocument document = call.read(ConnectionDocument.class);
        String connectionId = ToolCall.required(CONNECTION_ID, document.connectionId());
        return Objects.requireNonNull(connections
                .putConnection(connectionId, document, call.sandbox())
                .getBody());
    }

    private ConnectionView scriptRefreshes(ToolCall call) {
        Scripts arguments = call.read(Scripts.class);
        return connections.putScripts(
                ToolCall.required(CONNECTION_ID, arguments.connectionId()),
                ToolCall.required("scripts", arguments.scripts()),
                call.sandbox());
    }

    private Refreshed refresh(ToolCall call) {
        RefreshConnectionDto arguments = call.read(RefreshConnectionDto.class);
        String connectionId = ToolCall.required(CONNECTION_ID, arguments.connectionId());
        Explanation explanation = new Explanation();
        ConnectionRunDto run = call.sandbox()
                .atomically(state -> state.refreshes()
                        .refresh(connectionId, arguments, state.context(Tokens.ANONYMOUS, explanation)));
        return new Refreshed(run, String.join(" ", explanation.reasons()));
    }

    private RunController.Listing listRuns(ToolCall call) {
        RunSelection arguments = call.read(RunSelection.class);
        RunController.Listing all = runs.listRuns(arguments.connectionId(), call.sandbox());
        return new RunController.Listing(
                all.runs().stream().limit(Limit.of(arguments.limit())).toList());
    }

    private ConnectionRunDto moveRun(ToolCall call) {
        RunChoice arguments = call.read(RunChoice.class);
        return connections.advanceRun(
                ToolCall.required(CONNECTION_ID, arguments.connectionId()), arguments.jobId(), call.sandbox());
    }
}
