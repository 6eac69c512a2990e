package io.wdatamock.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** What differs between two OpenAPI documents, one line each; texts, examples, servers and security do not count. */
final class Drift {

    private static final String ABSENT = "";

    private Drift() {}

    /** What has to change in the first document to make it the second. */
    static List<String> between(JsonNode before, JsonNode after) {
        SortedMap<String, String> old = new Facts(before).read();
        SortedMap<String, String> now = new Facts(after).read();
        TreeSet<String> things = new TreeSet<>(old.keySet());
        things.addAll(now.keySet());
        List<String> lines = new ArrayList<>();
        for (String thing : things) {
            String was = old.getOrDefault(thing, ABSENT);
            String is = now.getOrDefault(thing, ABSENT);
            if (!old.containsKey(thing)) {
                lines.add("+ %s: %s".formatted(thing, is));
            } else if (!now.containsKey(thing)) {
                lines.add("- %s: %s".formatted(thing, was));
            } else if (!was.equals(is)) {
                lines.add("~ %s: was %s, now %s".formatted(thing, was, is));
            }
        }
        return lines;
    }
}
