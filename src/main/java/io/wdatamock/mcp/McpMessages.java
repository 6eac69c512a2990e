package io.wdatamock.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.JsonErrors;
import io.wdatamock.wire.Sanitizer;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Handles the messages of the protocol with the SDK's server. Created with the first message. */
@Lazy
@Component
final class McpMessages {

    /** The header with the version of the protocol. */
    static final String VERSION = "MCP-Protocol-Version";

    private static final String INSTRUCTIONS = """
            A stateful mock of the connections API of Workiva Wdata, for programs that call this API. Call describe_sandbox
            first: it returns the base URL that the program under test must use. Each sandbox has its own connections, runs,
            clock, faults and journal; pass the same sandbox to each tool, and use its base URL. Requests of the program
            appear in list_requests with the reasons for their responses. Nothing is random or depends on real time once
            the clock is frozen.""";

    private static final JacksonMcpJsonMapper MAPPER = new JacksonMcpJsonMapper(JsonMapper.shared());

    private final Transport transport = new Transport();
    private final Set<String> toolNames;

    McpMessages(
            McpTools tools,
            McpResources resources,
            McpPrompts prompts,
            ObjectProvider<BuildProperties> buildProperties) {
        String version = buildProperties.stream()
                .map(BuildProperties::getVersion)
                .findFirst()
                .orElse("unknown");
        List<SyncToolSpecification> specifications = tools.specifications();
        toolNames = specifications.stream()
                .map(specification -> specification.tool().name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
                .tools(specifications)
                .resources(resources.specifications())
                .prompts(prompts.specifications())
                .build();
    }

    /**
     * Returns the response to a request; empty for a notification. The sandbox is that of the endpoint's URL.
     *
     * @param version the header {@value #VERSION}, which clients send after the initialization
     * @throws ApiException with 400 if the message is neither, or if the version is not supported
     */
    Optional<JSONRPCResponse> receive(ObjectNode message, @Nullable String version, String sandbox) {
        if (version != null && !transport.protocolVersions().contains(version)) {
            throw ApiException.badRequest(
                    VERSION,
                    "The header %s was %s, but must be one of %s"
                            .formatted(
                                    VERSION,
                                    Sanitizer.quote(version),
                                    String.join(", ", transport.protocolVersions())));
        }
        McpTransportContext context = McpTransportContext.create(Map.of(McpTools.SANDBOX, sandbox));
        if (!message.hasNonNull("params")) {
            message.putObject("params"); // the SDK needs them for some methods, although clients may omit them
        }
        McpSchema.JSONRPCMessage parsed = parse(message);
        if (parsed instanceof JSONRPCRequest request) {
            return handle(request, message.get("params"), context);
        }
        if (parsed instanceof JSONRPCNotification notification) {
            transport.handler().handleNotification(context, notification).block();
            return Optional.empty();
        }
        throw malformed();
    }

    private Optional<JSONRPCResponse> handle(JSONRPCRequest request, JsonNode params, McpTransportContext context) {
        if (!params.isObject()) {
            return invalidParams(request, "params was %s, but must be an object".formatted(Sanitizer.clean(params)));
        }
        JsonNode name = params.path("name");
        if (request.method().equals(McpSchema.METHOD_TOOLS_CALL) && !toolNames.contains(name.asString(""))) {
            String given = name.isMissingNode() ? "is missing" : "was " + Sanitizer.clean(name);
            return invalidParams(
                    request, "name %s, but must be one of %s".formatted(given, String.join(", ", toolNames)));
        }
        try {
            return transport.handler().handleRequest(context, request).blockOptional();
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof JacksonException mismatch) {
                return invalidParams(
                        request, JsonErrors.detail(mismatch, params).message());
            }
            throw e;
        }
    }

    private static Optional<JSONRPCResponse> invalidParams(JSONRPCRequest request, String message) {
        JSONRPCError error = new JSONRPCError(McpSchema.ErrorCodes.INVALID_PARAMS, message);
        return Optional.of(JSONRPCResponse.error(request.id(), error));
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
        public List<String> protocolVersions() {
            return List.of(
                    ProtocolVersions.MCP_2024_11_05,
                    ProtocolVersions.MCP_2025_03_26,
                    ProtocolVersions.MCP_2025_06_18,
                    ProtocolVersions.MCP_2025_11_25);
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
