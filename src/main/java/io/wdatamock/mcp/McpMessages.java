package io.wdatamock.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.wdatamock.wire.ApiException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Handles the messages of the protocol with the SDK's server. Created with the first message. */
@Lazy
@Component
final class McpMessages {

    private static final String INSTRUCTIONS = """
            A stateful mock of the connections API of Workiva Wdata, for programs that call this API. Call describe_sandbox
            first: it returns the base URL that the program under test must use. Each sandbox has its own connections, runs,
            clock, faults and journal; pass the same sandbox to each tool, and use its base URL. Requests of the program
            appear in list_requests with the reasons for their responses. Nothing is random or depends on real time once
            the clock is frozen.""";

    private static final JacksonMcpJsonMapper MAPPER = new JacksonMcpJsonMapper(JsonMapper.shared());

    private final Transport transport = new Transport();

    McpMessages(
            McpTools tools,
            McpResources resources,
            McpPrompts prompts,
            ObjectProvider<BuildProperties> buildProperties) {
        String version = buildProperties.stream()
                .map(BuildProperties::getVersion)
                .findFirst()
                .orElse("unknown");
        McpServer.sync(transport)
                .serverInfo("wdata-mock", version)
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .prompts(false)
                        .build())
                .jsonMapper(MAPPER)
                // The tools read their arguments strictly and explain errors; tests compare results with the schemas.
                .validateToolInputs(false)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                .immediateExecution(true)
                .tools(tools.specifications())
                .resources(resources.specifications())
                .prompts(prompts.specifications())
                .build();
    }

    /**
     * Returns the response to a request; empty for a notification. The sandbox is that of the endpoint's URL.
     *
     * @throws ApiException with 400 if the message is neither
     */
    Optional<JSONRPCResponse> receive(ObjectNode message, String sandbox) {
        McpTransportContext context = McpTransportContext.create(Map.of(McpTools.SANDBOX, sandbox));
        McpSchema.JSONRPCMessage parsed = parse(message);
        if (parsed instanceof JSONRPCRequest request) {
            return transport.handler().handleRequest(context, request).blockOptional();
        }
        if (parsed instanceof JSONRPCNotification notification) {
            transport.handler().handleNotification(context, notification).block();
            return Optional.empty();
        }
        throw malformed();
    }

    private static McpSchema.JSONRPCMessage parse(ObjectNode message) {
        try {
            return McpSchema.deserializeJsonRpcMessage(MAPPER, message.toString());
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw malformed();
        }
    }

    private static ApiException malformed() {
        return ApiException.badRequest(
                null,
                "The body must be a JSON-RPC 2.0 request or notification: jsonrpc is \"2.0\", method is a string, and the id"
                        + " of a request is a string or a whole number");
    }

    /** Keeps the handler that the SDK's server provides. */
    private static final class Transport implements McpStatelessServerTransport {

        private @Nullable McpStatelessServerHandler handler;

        @Override
        public void setMcpHandler(McpStatelessServerHandler mcpHandler) {
            handler = mcpHandler;
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }

        McpStatelessServerHandler handler() {
            return Objects.requireNonNull(handler);
        }
    }
}
