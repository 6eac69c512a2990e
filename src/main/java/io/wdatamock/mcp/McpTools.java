package io.wdatamock.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.wdatamock.mcp.ToolDefinition.Effect;
import io.wdatamock.memory.OutOfMemoryExit;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.Sandboxes;
import io.wdatamock.web.error.FrameworkErrors;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.WireJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Combines the definitions of the tools with the methods that run them. */
@Lazy
@Component
final class McpTools {

    /** The argument that every tool has, and the key of its default in the context of a message. */
    static final String SANDBOX = "sandbox";

    private static final Logger LOG = LoggerFactory.getLogger(McpTools.class);
    private static final TypeReference<Map<String, Object>> SCHEMA = new TypeReference<>() {};

    private final Sandboxes sandboxes;
    private final OpenApiDocuments documents;
    private final Map<String, Function<ToolCall, ?>> methods = new HashMap<>();

    McpTools(Sandboxes sandboxes, OpenApiDocuments documents, List<ToolSet> sets) {
        this.sandboxes = sandboxes;
        this.documents = documents;
        sets.forEach(set -> methods.putAll(set.methods()));
    }

    /** Returns the tools; the schemas come from the document of the control API. */
    List<SyncToolSpecification> specifications() {
        ToolSchemas schemas =
                new ToolSchemas(documents.document(OpenApiDocuments.CONTROL).at("/components/schemas"));
        return ToolDefinition.readAll().stream()
                .map(definition -> specification(definition, schemas))
                .toList();
    }

    private SyncToolSpecification specification(ToolDefinition definition, ToolSchemas schemas) {
        Function<ToolCall, ?> method = Objects.requireNonNull(methods.get(definition.name()), definition.name());
        Tool tool = Tool.builder(definition.name(), map(schemas.input(definition)))
                .title(definition.title())
                .description(definition.description())
                .outputSchema(map(schemas.output(definition)))
                .annotations(ToolAnnotations.builder()
                        .title(definition.title())
                        .readOnlyHint(definition.effect() == Effect.READ)
                        .destructiveHint(definition.effect() == Effect.DELETE)
                        .openWorldHint(false)
                        .build())
                .build();
        return new SyncToolSpecification(tool, (context, request) -> call(method, context, request));
    }

    private static Map<String, Object> map(ObjectNode schema) {
        return WireJson.MAPPER.convertValue(schema, SCHEMA);
    }

    private CallToolResult call(Function<ToolCall, ?> method, McpTransportContext context, CallToolRequest request) {
        try {
            ObjectNode arguments =
                    WireJson.MAPPER.valueToTree(Objects.requireNonNullElse(request.arguments(), Map.of()));
            return call(method, arguments, (String) context.get(SANDBOX));
        } catch (ApiException e) {
            return error(e);
        } catch (RuntimeException e) {
            OutOfMemoryExit.check(e);
            LOG.error("The tool {} failed", request.name(), e);
            return error(FrameworkErrors.unexpected());
        }
    }

    private CallToolResult call(Function<ToolCall, ?> method, ObjectNode arguments, String sandboxOfUrl) {
        Sandbox sandbox = sandboxes.enter(sandbox(arguments.remove(SANDBOX), sandboxOfUrl));
        try {
            JsonNode result = WireJson.MAPPER.valueToTree(method.apply(new ToolCall(sandbox, arguments)));
            return CallToolResult.builder()
                    .structuredContent(WireJson.MAPPER.convertValue(result, Object.class))
                    .addTextContent(result.toString())
                    .isError(false)
                    .build();
        } finally {
            sandboxes.leave(sandbox);
        }
    }

    private static String sandbox(@Nullable JsonNode argument, String sandboxOfUrl) {
        if (argument == null) {
            return sandboxOfUrl;
        }
        if (!argument.isString()) {
            throw ApiException.badRequest(
                    SANDBOX, "sandbox was %s, but must be a string".formatted(Sanitizer.clean(argument)));
        }
        return argument.asString();
    }

    private static CallToolResult error(ApiException error) {
        String text = error.details().stream().map(detail -> detail.message()).collect(Collectors.joining("\n"));
        return CallToolResult.builder().addTextContent(text).isError(true).build();
    }
}
