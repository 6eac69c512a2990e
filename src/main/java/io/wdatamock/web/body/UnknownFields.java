package io.wdatamock.web.body;

import io.wdatamock.wire.Sanitizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/** Skips and reports unknown fields. */
final class UnknownFields extends DeserializationProblemHandler {

    private final Tolerance tolerance;

    UnknownFields(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            @Nullable ValueDeserializer<?> deserializer,
            Object beanOrClass,
            String name) {
        String path = Sanitizer.clean(path(parser.streamReadContext(), name));
        tolerance.allow(path, "Field " + path + " is unknown", "was ignored", "leave it out");
        parser.skipChildren();
        return true;
    }

    /** Returns the path of a field in a body, or in an entry of an array. */
    static String path(TokenStreamContext context, String name) {
        TokenStreamContext parent = context.getParent();
        boolean inArray = parent != null && parent.inArray();
        return inArray ? "[%d].%s".formatted(parent.getCurrentIndex(), name) : name;
    }
}
