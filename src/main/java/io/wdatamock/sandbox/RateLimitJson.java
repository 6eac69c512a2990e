package io.wdatamock.sandbox;

import io.wdatamock.config.RateLimitScope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** Reads and writes rate limits in JSON: a number, or an object. */
final class RateLimitJson {

    private RateLimitJson() {}

    /** The object's members. */
    private record Members(
            @Nullable Integer requests,
            @Nullable Duration per,
            @Nullable RateLimitScope by) {}

    /** Writes a number where that says everything. */
    static final class Serializer extends ValueSerializer<RateLimit> {

        @Override
        public void serialize(RateLimit limit, JsonGenerator generator, SerializationContext context) {
            if (limit.isPerSecondAndSandbox()) {
                generator.writeNumber(limit.requests());
            } else {
                context.writeValue(generator, new Members(limit.requests(), limit.per(), limit.by()));
            }
        }
    }

    /** Reads either form. */
    static final class Deserializer extends ValueDeserializer<RateLimit> {

        @Override
        public RateLimit deserialize(JsonParser input, DeserializationContext context) {
            if (input.hasToken(JsonToken.START_OBJECT)) {
                Members members = context.readValue(input, Members.class);
                return RateLimit.of(members.requests(), members.per(), members.by());
            }
            return RateLimit.perSecond(context.readValue(input, Integer.class));
        }
    }
}
