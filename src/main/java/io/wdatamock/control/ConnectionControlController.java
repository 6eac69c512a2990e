package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.connection.Connection;
import io.wdatamock.connection.ConnectionDocument;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.SandboxState;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.ConnectionRunDto;
import io.wdatamock.wire.InvalidFieldException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connections with their mock fields, and the scripts of their refreshes. */
@Tag(name = "Connections")
@RestController
@RequestMapping("/__mock/connections")
public class ConnectionControlController {

    private static final String CONNECTION_ID = "connectionId";

    /** All connections, in list order. */
    @Schema(name = "Connections")
    public record Listing(List<ConnectionView> connections) {}

    @GetMapping
    @Operation(summary = "List all connections with their mock fields")
    public Listing listControlConnections(Sandbox sandbox) {
        return new Listing(sandbox.atomically(state -> state.connections()
                .all()
                .map(connection -> ConnectionView.of(connection, state))
                .toList()));
    }

    @GetMapping("/{connectionId}")
    @Operation(summary = "Get a connection with its mock fields")
    public ConnectionView getControlConnection(@PathVariable String connectionId, Sandbox sandbox) {
        return sandbox.atomically(state -> ConnectionView.of(get(connectionId, state), state));
    }

    @PutMapping("/{connectionId}")
    @Operation(summary = "Create or replace a connection", description = "All fields of the body are optional.")
    public ResponseEntity<ConnectionView> putConnection(
            @PathVariable String connectionId, @RequestBody ConnectionDocument document, Sandbox sandbox) {
        ConnectionDocument named = document.named(connectionId);
        return sandbox.atomically(state -> {
            Connection connection = toConnection(named, state);
            boolean known = state.connections().find(connectionId).isPresent();
            state.connections().put(connection);
            return ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.CREATED)
                    .body(ConnectionView.of(connection, state));
        });
    }

    @DeleteMapping("/{connectionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a connection and its runs", description = "Batches keep their other runs.")
    void deleteConnection(@PathVariable String connectionId, Sandbox sandbox) {
        sandbox.atomically(state -> {
            Connection connection = get(connectionId, state);
            state.connections().delete(connectionId);
            state.refreshes().control().forget(connectionId);
            return connection;
        });
    }

    @PutMapping("/{connectionId}/scripts")
    @Operation(
            summary = "Set the scripts of the next refreshes",
            description = "The first refresh uses the first script, and so on; the last script repeats.")
    public ConnectionView putScripts(
            @PathVariable String connectionId, @RequestBody List<@Nullable Script> scripts, Sandbox sandbox) {
        List<Script> checked = withoutNulls(scripts);
        return sandbox.atomically(state -> {
            Connection connection = get(connectionId, state).withScripts(checked);
            state.connections().put(connection);
            return ConnectionView.of(connection, state);
        });
    }

    @PostMapping("/{connectionId}/advance")
    @Operation(
            summary = "Move a run to its next stage",
            description = "The run with the jobId, by default the newest active one, with any pacing.")
    public ConnectionRunDto advanceRun(
            @PathVariable String connectionId,
            @RequestParam(required = false) @Nullable String jobId,
            Sandbox sandbox) {
        return sandbox.atomically(state -> {
            get(connectionId, state);
            return state.refreshes().control().advance(connectionId, jobId, state.now());
        });
    }

    private static Connection get(String connectionId, SandboxState state) {
        return state.connections().get(connectionId, CONNECTION_ID);
    }

    private static Connection toConnection(ConnectionDocument document, SandboxState state) {
        try {
            return document.toConnection(state.now());
        } catch (InvalidFieldException e) {
            throw ApiException.badRequest(e.field(), String.valueOf(e.getMessage()));
        }
    }

    private static List<Script> withoutNulls(List<@Nullable Script> scripts) {
        if (scripts.size() > ConnectionDocument.MAX_SCRIPTS) {
            throw ApiException.badRequest(
                    "body",
                    "The list has %d scripts, but must have at most %d"
                            .formatted(scripts.size(), ConnectionDocument.MAX_SCRIPTS));
        }
        int missing = scripts.indexOf(null);
        if (missing >= 0) {
            throw ApiException.badRequest(
                    "[%d]".formatted(missing), "[%d] was null, but must be a script".formatted(missing));
        }
        return scripts.stream().map(script -> script).toList();
    }
}
