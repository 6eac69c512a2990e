package io.wdatamock.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The structure of the requests and responses in an OpenAPI document, as one fact for each described element. Texts,
 * examples and the order are not part of it.
 *
 * @param facts the facts by the names of the elements
 */
record ApiStructure(SortedMap<String, String> facts) {

    private static final String IS = " -> ";

    static ApiStructure of(JsonNode document) {
        return new ApiStructure(new StructureReader(document).facts());
    }

    /** Parses the result of {@link #toText()}. */
    static ApiStructure parse(String text) {
        return new ApiStructure(text.lines()
                .map(line -> line.split(IS, 2))
                .collect(Collectors.toMap(fact -> fact[0], fact -> fact[1], (a, b) -> b, TreeMap::new)));
    }

    String toText() {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + IS + fact.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Returns one sentence for each fact that differs from the other structure. */
    List<String> differencesFrom(ApiStructure expected) {
        SortedSet<String> names = new TreeSet<>(facts.keySet());
        names.addAll(expected.facts.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String actual = facts.getOrDefault(name, "(absent)");
            String wanted = expected.facts.getOrDefault(name, "(absent)");
            if (!actual.equals(wanted)) {
                differences.add("%s: wanted %s, was %s".formatted(name, wanted, actual));
            }
        }
        return differences;
    }
}
