package io.wdatamock.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.wdatamock.sandbox.RateLimit;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Creates and completes schemas of OpenAPI. */
@SuppressWarnings({"rawtypes", "unchecked"}) // the models of OpenAPI are raw
final class JsonSchemas {

    /** The prefix of references to named schemas. */
    static final String REF = "#/components/schemas/";

    /** Not {@code duration}, which is that of RFC 3339 and excludes fractions of a second. */
    private static final String DURATION_FORMAT = "iso8601-duration";

    /** The pattern of durations that {@link java.time.Duration#parse} accepts. */
    private static final String DURATION =
            "^[Pp](?=.)([0-9]{1,5}[Dd])?([Tt](?=.)([0-9]{1,6}[Hh])?([0-9]{1,8}[Mm])?([0-9]{1,9}([.,][0-9]{0,9})?[Ss])?)?$";

    private JsonSchemas() {}

    /** Returns the schema of a rate limit: a number, an object, or null. */
    static Schema<?> rateLimit() {
        Schema<?> perSecond = new JsonSchema().types(Set.of("integer"));
        perSecond.minimum(BigDecimal.ONE);
        perSecond.maximum(BigDecimal.valueOf(RateLimit.MOST));
        return new JsonSchema()
                .addOneOfItem(perSecond)
                .addOneOfItem(reference("RateLimit"))
                .addOneOfItem(new JsonSchema().types(Set.of("null")));
    }

    /** Adds the pattern of durations and the bounds of integers. */
    static void complete(Schema<?> schema) {
        String format = schema.getFormat();
        if ("duration".equals(format)) {
            schema.format(DURATION_FORMAT).pattern(DURATION).example("PT1.5S");
        } else if ("int32".equals(format)) {
            schema.minimum(BigDecimal.valueOf(Integer.MIN_VALUE)).maximum(BigDecimal.valueOf(Integer.MAX_VALUE));
        } else if ("int64".equals(format)) {
            schema.minimum(BigDecimal.valueOf(Long.MIN_VALUE)).maximum(BigDecimal.valueOf(Long.MAX_VALUE));
        }
    }

    /** Permits null, too. */
    static Schema nullable(Schema<?> schema) {
        if (schema.get$ref() != null || schema.getEnum() != null) {
            return new JsonSchema().anyOf(List.of(schema, new JsonSchema().types(Set.of("null"))));
        }
        if (schema.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(schema.getTypes());
            types.add("null");
            schema.setTypes(types);
        }
        return schema;
    }

    /** Returns a reference to a named schema. */
    static Schema<?> reference(String name) {
        return new JsonSchema().$ref(REF + name);
    }

    /** Returns an object without properties. */
    static Schema<?> object() {
        Schema<?> object = new JsonSchema().types(Set.of("object"));
        object.setAdditionalProperties(false);
        return object;
    }

    /** Returns an object with the same properties, none of them required. */
    static Schema<?> copy(Schema<?> schema) {
        Schema<?> copy = object();
        schema.getProperties().forEach((name, property) -> copy.addProperty(name, shallow(property)));
        return copy;
    }

    private static Schema<Object> shallow(Schema<?> schema) {
        Schema<Object> copy = new JsonSchema();
        copy.set$ref(schema.get$ref());
        copy.setTypes(schema.getTypes());
        copy.setFormat(schema.getFormat());
        copy.setDescription(schema.getDescription());
        if (schema.getEnum() != null) {
            copy.setEnum(List.copyOf(schema.getEnum()));
        }
        return copy;
    }

    /** Marks a property as required. */
    static void required(Schema<?> schema, String property) {
        if (schema.getRequired() == null || !schema.getRequired().contains(property)) {
            schema.addRequiredItem(property);
        }
    }
}
