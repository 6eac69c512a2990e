package io.wdatamock.learning;

import io.wdatamock.connection.ConnectionDocument;
import io.wdatamock.wire.JsonObject;
import io.wdatamock.wire.WireJson;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Replaces values by numbered ones, the same for the same, so that structure and equalities stay and content does not. */
final class Pseudonyms {

    private final boolean active;
    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();

    Pseudonyms(boolean active) {
        this.active = active;
    }

    String connectionId(String id) {
        return active ? named("connection", id) : id;
    }

    /** Returns a pseudonym of an ID that a seed may not have, in any case. */
    String permittedId(String id) {
        return named(active ? "connection" : "renamed-connection", id);
    }

    String error(String text) {
        return active ? named("Error", text) : text;
    }

    /** Returns the document of a connection with pseudonyms, but for its ID. */
    ConnectionDocument connection(ConnectionDocument document) {
        return active
                ? new ConnectionDocument(
                        null,
                        text("Name", document.name()),
                        text("Description", document.description()),
                        document.metadata() == null
                                ? null
                                : object(WireJson.MAPPER.readTree(
                                        document.metadata().text())),
                        text("workspace", document.workspaceId()),
                        document.sourceType(),
                        text("item", document.sourceId()),
                        text("workspace", document.sourceWorkspaceId()),
                        document.destinationType(),
                        text("item", document.destinationId()),
                        text("workspace", document.destinationWorkspaceId()),
                        document.created(),
                        text("user", document.createdBy()),
                        document.updated(),
                        null,
                        null,
                        null,
                        null,
                        null)
                : document;
    }

    JsonObject metadata(JsonNode metadata) {
        return active ? object(metadata) : new JsonObject(metadata.toString());
    }

    private JsonObject object(JsonNode metadata) {
        return new JsonObject(replaced(metadata).toString());
    }

    private @Nullable String text(String kind, @Nullable String value) {
        return value == null ? null : named(kind, value);
    }

    private JsonNode replaced(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> object.set(named("key", field.getKey()), replaced(field.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.valueStream().map(this::replaced).forEach(array::add);
            return array;
        }
        if (value.isString()) {
            return JsonNodeFactory.instance.stringNode(named("text", value.asString("")));
        }
        return value.isNumber() ? JsonNodeFactory.instance.numberNode(number("number", value.toString())) : value;
    }

    private String named(String kind, String value) {
        return kind + "-" + number(kind, value);
    }

    private int number(String kind, String value) {
        Map<String, Integer> known = numbers.computeIfAbsent(kind, key -> new HashMap<>());
        Integer number = known.putIfAbsent(value, known.size() + 1);
        return number == null ? known.size() : number;
    }
}
