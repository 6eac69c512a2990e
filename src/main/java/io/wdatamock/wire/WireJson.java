package io.wdatamock.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** The JSON rules of requests and responses: no coercion, no duplicate keys, instants with three fraction digits. */
public final class WireJson {

    /** The maximum number of digits of a number: more than a double needs, and quick to read. */
    private static final int LONGEST_NUMBER = 100_000;

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

    /** The maximum number of tokens of a request body. Parsed tokens take much more memory than their bytes. */
    public static final int MAX_TOKENS = 200_000;

    /** The mapper for everything except request bodies. */
    public static final JsonMapper MAPPER =
            builder(StreamReadConstraints.builder()).build();

    /** The mapper for request bodies, limited to {@link #MAX_TOKENS} tokens. */
    public static final JsonMapper BODIES =
            builder(StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS)).build();

    private WireJson() {}

    private static JsonMapper.Builder builder(StreamReadConstraints.Builder constraints) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        constraints.maxNumberLength(LONGEST_NUMBER).build())
                .build();
        return JsonMapper.builder(factory)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .withCoercionConfig(
                        LogicalType.Textual,
                        coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(new SimpleModule()
                        .addSerializer(Instant.class, new InstantSerializer())
                        .addDeserializer(Instant.class, new TextDeserializer<>(Instant.class, WireJson::instant))
                        .addDeserializer(Duration.class, new TextDeserializer<>(Duration.class, Durations::parse)));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Reads a value from a JSON string only. */
    private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {

        private final Function<String, T> parser;

        private TextDeserializer(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser input, DeserializationContext context) {
            if (!input.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(getValueType(context), input);
            }
            try {
                return parser.apply(input.getString());
            } catch (DateTimeException e) {
                return (T) context.handleWeirdStringValue(handledType(), input.getString(), "not in this form");
            }
        }
    }

    /** Writes instants as RFC 3339 in UTC, to the millisecond. */
    private static final class InstantSerializer extends ValueSerializer<Instant> {

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(MILLISECONDS.format(value));
        }
    }
}
