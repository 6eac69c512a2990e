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
 * What an OpenAPI document demands of requests and promises of answers, as one fact per thing that it describes: texts,
 * examples and the like do not count, and neither does any order.
 *
 * @param facts what is said of a thing, by the thing's name
 */
record ApiStructure(SortedMap<String, String> facts) {

    private static final String IS = " -> ";

    static ApiStructure of(JsonNode document) {
        return new ApiStructure(new StructureReader(document).facts());
    }

    /** Reads what {@link #toText()} gave. */
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

    /** Every fact that is not as in the other structure, one sentence each. */
    List<String> differencesFrom(ApiStructure wanted) {
        SortedSet<String> things = new TreeSet<>(facts.keySet());
        things.addAll(wanted.facts.keySet());
        List<String> differences = new ArrayList<>();
        for (String thing : things) {
            String is = facts.getOrDefault(thing, "(absent)");
            String shouldBe = wanted.facts.getOrDefault(thing, "(absent)");
            if (!is.equals(shouldBe)) {
                differences.add("%s: wanted %s, was %s".formatted(thing, shouldBe, is));
            }
        }
        return differences;
    }
}
