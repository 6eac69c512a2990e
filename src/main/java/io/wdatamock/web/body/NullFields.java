package io.wdatamock.web.body;

import io.wdatamock.wire.RefreshConnectionDto;
import io.wdatamock.wire.WireJson;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.ObjectReader;

/**
 * Reports fields that are null, which the vendor's schema does not permit. The content of parameters is not restricted.
 */
final class NullFields {

    private static final Set<String> FIELDS = Stream.of(RefreshConnectionDto.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** Duplicate names were rejected before. */
    private static final ObjectReader PLAIN =
            WireJson.BODIES.reader().without(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private NullFields() {}

    /** Searches a body that is valid JSON: an object, or an array of objects. */
    static void find(JsonText json, Tolerance tolerance) throws IOException {
        if (!json.containsNull()) {
            return;
        }
        try (JsonParser parser = json.parser(PLAIN)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()
                        && parser.streamReadContext().getParent().inObject()) {
                    parser.skipChildren();
                } else if (token == JsonToken.VALUE_NULL && FIELDS.contains(String.valueOf(parser.currentName()))) {
                    String path = UnknownFields.path(parser.streamReadContext(), parser.currentName());
                    tolerance.allow(path, "Field " + path + " is null", "counts as absent", "leave it out");
                }
            }
        }
    }
}
