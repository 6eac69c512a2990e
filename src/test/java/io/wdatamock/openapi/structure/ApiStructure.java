package io.wdatamock.openapi.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The requirements that an OpenAPI document states for requests and responses, without texts, examples, servers,
 * security and order. The server's tests and the black-box suite share it.
 *
 * @param facts one line for each operation, parameter, body, response, schema and property, by its name
 */
public record ApiStructure(SortedMap<String, String> facts) {

    public static ApiStructure of(JsonNode document) {
        return new ApiStructure(new StructureReader(document).facts());
    }

    public String toText() {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + " -> " + fact.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** The changes that turn this structure into the other: {@code +} is new, {@code -} is gone, {@code ~} differs. */
    public List<String> changesTo(ApiStructure other) {
        SortedSet<String> names = new TreeSet<>(facts.keySet());
        names.addAll(other.facts.keySet());
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            String was = facts.get(name);
            String is = other.facts.get(name);
            if (was == null) {
                changes.add("+ %s: %s".formatted(name, is));
            } else if (is == null) {
                changes.add("- %s: %s".formatted(name, was));
            } else if (!was.equals(is)) {
                changes.add("~ %s: was %s, now %s".formatted(name, was, is));
            }
        }
        return changes;
    }
}
