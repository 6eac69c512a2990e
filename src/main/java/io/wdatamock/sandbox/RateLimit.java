package io.wdatamock.sandbox;

import io.swagger.v3.oas.annotations.media.Schema;
import io.wdatamock.config.RateLimitScope;
import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.wire.InvalidFieldException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The number of requests per period. In JSON, a number alone means requests per second and sandbox.
 *
 * @param requests from 1 to 100,000
 * @param per from 1 second to 1 day
 * @param by which requests are counted together
 */
@JsonSerialize(using = RateLimit.Serializer.class)
@JsonDeserialize(using = RateLimit.Deserializer.class)
public record RateLimit(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int requests, Duration per, RateLimitScope by) {

    /** The maximum number of requests of a limit. */
    public static final int MOST = 100_000;

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public RateLimit {
        if (requests < 1 || requests > MOST) {
            throw new InvalidFieldException("requests", "was " + requests + ", but must be from 1 to " + MOST);
        }
        if (per.compareTo(SECOND) < 0 || per.compareTo(LONGEST) > 0) {
            throw new InvalidFieldException("per", "was " + per + ", but must be from " + SECOND + " to " + LONGEST);
        }
    }

    /** Creates a limit from a JSON object; period and scope are optional. */
    static RateLimit of(@Nullable Integer requests, @Nullable Duration per, @Nullable RateLimitScope by) {
        if (requests == null) {
            throw new InvalidFieldException("requests", "is missing; a rate limit needs it");
        }
        return new RateLimit(
                requests,
                Objects.requireNonNullElse(per, SECOND),
                Objects.requireNonNullElse(by, RateLimitScope.SANDBOX));
    }

    /** Creates a limit per second, with all requests of a sandbox counted together. */
    static RateLimit perSecond(int requests) {
        if (requests < 1 || requests > MOST) {
            throw new InvalidFieldException(
                    "", "was " + requests + ", but must be from 1 to " + MOST + ", or null for none");
        }
        return new RateLimit(requests, SECOND, RateLimitScope.SANDBOX);
    }

    static @Nullable RateLimit configured(WdataMockProperties.@Nullable RateLimit settings) {
        return settings == null ? null : new RateLimit(settings.requests(), settings.per(), settings.by());
    }

    boolean isPerSecondAndSandbox() {
        return per.equals(SECOND) && by == RateLimitScope.SANDBOX;
    }

    /** Returns the form for messages: {@code 60 requests per PT1M for each operation of a workspace}. */
    @Override
    public String toString() {
        String period = per.equals(SECOND) ? "second" : per.toString();
        String scope = by == RateLimitScope.OPERATION ? " for each operation of a workspace" : "";
        return requests + (requests == 1 ? " request per " : " requests per ") + period + scope;
    }

    /** The members of the JSON object. */
    private record Members(
            @Nullable Integer requests,
            @Nullable Duration per,
            @Nullable RateLimitScope by) {}

    /** Writes a number if the limit is per second and sandbox, otherwise an object. */
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

    /** Reads a number or an object. */
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
