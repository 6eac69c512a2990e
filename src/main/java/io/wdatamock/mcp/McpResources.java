package io.wdatamock.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.wdatamock.config.WdataMockProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The resources: documents that a model may read as a whole. */
@Lazy
@Component
final class McpResources {

    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";

    private final OpenApiDocuments documents;
    private final WdataMockProperties properties;

    McpResources(OpenApiDocuments documents, WdataMockProperties properties) {
        this.documents = documents;
        this.properties = properties;
    }

    List<SyncResourceSpecification> specifications() {
        return List.of(
                resource(
                        "openapi/wdata",
                        "OpenAPI document of the vendor's operations",
                        JSON,
                        () -> documents.text(OpenApiDocuments.VENDOR)),
                resource(
                        "openapi/mock",
                        "OpenAPI document of the control API",
                        JSON,
                        () -> documents.text(OpenApiDocuments.CONTROL)),
                resource(
                        "fidelity",
                        "What is known of the vendor's service: published, observed or assumed behaviours",
                        YAML,
                        () -> onClassPath("/fidelity.yaml")),
                resource("seed", "The initial connections of every sandbox", YAML, this::seed),
                resource(
                        "docs/control.md",
                        "How to use the control API, with commands and their output",
                        "text/markdown",
                        () -> onClassPath("/mcp/control.md")));
    }

    private static SyncResourceSpecification resource(
            String path, String description, String mediaType, Supplier<String> text) {
        String uri = "wdata-mock://" + path;
        Resource resource = Resource.builder(uri, path)
                .description(description)
                .mimeType(mediaType)
                .build();
        return new SyncResourceSpecification(
                resource,
                (context, request) -> ReadResourceResult.builder(List.of(TextResourceContents.builder(uri, text.get())
                                .mimeType(mediaType)
                                .build()))
                        .build());
    }

    private String seed() {
        Path file = properties.seed();
        try {
            return file == null ? onClassPath("/seed/default.yaml") : Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String onClassPath(String path) {
        try (InputStream resource = Objects.requireNonNull(McpResources.class.getResourceAsStream(path), path)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
