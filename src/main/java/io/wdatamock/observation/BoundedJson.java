package io.wdatamock.observation;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Copies an object without fields that are large or not needed. */
final class BoundedJson {

    /** Larger texts and maps are not kept. */
    private static final int LARGEST = 4 << 10;

    /** The parts of a connection that are kept elsewhere, or not needed. */
    private static final Set<String> OMITTED =
            Set.of("lastRun", "lastRunSourceParameters", "lastRunDestinationParameters", "sourceResourceProperties");

    private BoundedJson() {}

    static ObjectNode of(JsonNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> {
            boolean isKept = !OMITTED.contains(field.getKey())
                    && field.getKey().length() <= LARGEST
                    && field.getValue().toString().length() <= LARGEST;
            if (isKept) {
                copy.set(field.getKey(), field.getValue());
            }
        });
        return copy;
    }
}
