package io.wdatamock.mcp;

import io.wdatamock.connection.NameRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Derives the JSON Schemas of tools from the schemas of an OpenAPI document. Those that a schema refers to are in its
 * {@code $defs}. Arguments are described in a simple form, because clients choose their presentation by {@code type}: it
 * is one name, and null is not mentioned, although it is accepted for an optional argument.
 *
 * @param components the schemas of the document by name
 */
record ToolSchemas(JsonNode components) {

    private static final String COMPONENT = "#/components/schemas/";
    private static final String DEFINITION = "#/$defs/";
    private static final String OPTIONAL = "?";

    /** Returns the schema of the arguments. */
    ObjectNode input(ToolDefinition tool) {
        ObjectNode schema = schema(tool.arguments(), tool.properties());
        ObjectNode sandbox = JsonNodeFactory.instance.objectNode();
        sandbox.put("type", "string").put("pattern", NameRule.EXPRESSION);
        sandbox.put(
                "description",
                "The sandbox; by default that of the endpoint's URL, which is \"default\" if it has none");
        schema.withObjectProperty("properties").set(McpTools.SANDBOX, sandbox);
        if (!tool.examples().isEmpty()) {
            schema.putArray("examples").addAll(tool.examples());
        }
        withDefinitions(schema);
        removeNull(schema);
        schema.get("properties").forEach(property -> {
            if (property.has("$ref")) {
                ((ObjectNode) property).put("type", "object"); // an argument is never a reference to a simple type
            }
        });
        return schema;
    }

    /** Returns the schema of the result. */
    ObjectNode output(ToolDefinition tool) {
        return withDefinitions(schema(tool.result(), tool.fields()));
    }

    private ObjectNode schema(@Nullable String component, Map<String, JsonNode> further) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        Set<String> required = new LinkedHashSet<>();
        if (component != null) {
            JsonNode base = components.get(component);
            schema.setAll((ObjectNode) base.deepCopy());
            schema.remove("description");
            properties = schema.withObjectProperty("properties");
            base.path("required").forEach(name -> required.add(name.asString()));
        }
        for (Map.Entry<String, JsonNode> entry : further.entrySet()) {
            boolean isOptional = entry.getKey().endsWith(OPTIONAL);
            String name =
                    isOptional ? entry.getKey().substring(0, entry.getKey().length() - 1) : entry.getKey();
            properties.set(name, entry.getValue().deepCopy());
            if (isOptional) {
                required.remove(name);
            } else {
                required.add(name);
            }
        }
        ArrayNode names = schema.putArray("required");
        required.forEach(names::add);
        return schema.put("additionalProperties", false);
    }

    private ObjectNode withDefinitions(ObjectNode schema) {
        ObjectNode definitions = JsonNodeFactory.instance.objectNode();
        Deque<String> open = new ArrayDeque<>(redirect(schema));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!definitions.has(name)) {
                ObjectNode definition = (ObjectNode) components.get(name).deepCopy();
                definitions.set(name, definition);
                open.addAll(redirect(definition));
            }
        }
        if (!definitions.isEmpty()) {
            schema.set("$defs", definitions);
        }
        return schema;
    }

    /**
     * Redirects all references below a node to definitions, and returns the names of these. Replaces or removes
     * what only OpenAPI defines.
     */
    private static Set<String> redirect(JsonNode node) {
        Set<String> names = new LinkedHashSet<>();
        if (node instanceof ObjectNode object) {
            object.remove("discriminator");
            JsonNode example = object.path("example");
            if (example.isValueNode()) { // otherwise it is a property of this name
                object.putArray("examples").add(example);
                object.remove("example");
            }
            if (object.path("format").asString("").equals("iso8601-duration")) {
                object.remove("format");
                object.remove("pattern"); // long; the tools accept other forms too, such as 5s, and explain errors
            }
            if (object.path("$ref").isString()) {
                String reference = object.get("$ref").asString();
                String name = reference.startsWith(COMPONENT) ? reference.substring(COMPONENT.length()) : reference;
                object.put("$ref", DEFINITION + name);
                names.add(name);
            }
        }
        node.forEach(child -> names.addAll(redirect(child)));
        return names;
    }

    /** Removes the type null from all schemas below a node. */
    private static void removeNull(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            if (schema.path("type") instanceof ArrayNode types) {
                types.removeIf(type -> type.asString().equals("null"));
                schema.set("type", types.get(0));
            }
            removeNullAlternative("anyOf", schema);
            removeNullAlternative("oneOf", schema);
        }
        node.forEach(ToolSchemas::removeNull);
    }

    private static void removeNullAlternative(String keyword, ObjectNode schema) {
        if (schema.path(keyword) instanceof ArrayNode alternatives) {
            alternatives.removeIf(
                    alternative -> alternative.path("type").asString("").equals("null"));
            if (alternatives.size() == 1) {
                schema.remove(keyword);
                schema.setAll((ObjectNode) alternatives.get(0));
            }
        }
    }
}
