package io.wdatamock.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The description of a tool in {@code mcp/tools.yaml}.
 *
 * @param effect what a call may change
 * @param arguments the schema whose properties are arguments; null if there are only further ones
 * @param properties the schemas of further arguments; a name that ends with {@code ?} is that of an optional one
 * @param result the schema of the result; null if it has only further properties
 * @param fields the schemas of further properties of the result
 * @param examples arguments that the built-in seed accepts
 */
record ToolDefinition(
        String name,
        String title,
        String description,
        Effect effect,
        @Nullable String arguments,
        Map<String, JsonNode> properties,
        @Nullable String result,
        Map<String, JsonNode> fields,
        List<ObjectNode> examples) {

    private static final String FILE = "/mcp/tools.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What a call may change. */
    enum Effect {
        @JsonProperty("read")
        READ,
        @JsonProperty("write")
        WRITE,
        @JsonProperty("delete")
        DELETE
    }

    ToolDefinition {
        properties = Objects.requireNonNullElse(properties, Map.of());
        fields = Objects.requireNonNullElse(fields, Map.of());
        examples = List.copyOf(examples);
    }

    /** Reads all definitions, in the order of the file. */
    static List<ToolDefinition> readAll() {
        try (InputStream file = Objects.requireNonNull(ToolDefinition.class.getResourceAsStream(FILE), FILE)) {
            return YAML.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
