package io.wdatamock.mcp;

import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.swagger.v3.oas.annotations.Hidden;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.web.route.Route;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * The MCP endpoint: streamable HTTP without sessions and streams, so each message is one request
 * (<a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports</a>). It belongs to the
 * control API, whose setting, token and checks of the origin apply.
 */
@Hidden // its messages are described by the protocol
@RestController
class McpController {

    private final ObjectProvider<McpMessages> messages;

    McpController(ObjectProvider<McpMessages> messages) {
        this.messages = messages;
    }

    /** Returns 200 with the response to a request, or 202 for a notification; 400 for anything else. */
    @PostMapping(path = Route.MCP, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JSONRPCResponse> receive(
            @RequestBody ObjectNode message,
            @RequestHeader(name = McpMessages.VERSION, required = false) @Nullable String version,
            Sandbox sandbox) {
        return messages.getObject()
                .receive(message, version, sandbox.name())
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.ACCEPTED).build());
    }
}
