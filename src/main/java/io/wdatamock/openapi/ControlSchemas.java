package io.wdatamock.openapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.wdatamock.connection.ConnectionDocument;
import io.wdatamock.control.ConnectionControlController;
import io.wdatamock.control.ConnectionView;
import io.wdatamock.control.FaultController;
import io.wdatamock.control.FidelityController;
import io.wdatamock.control.IndexController;
import io.wdatamock.control.JournalController;
import io.wdatamock.control.RunController;
import io.wdatamock.control.SandboxesController;
import io.wdatamock.fault.ActiveFault;
import io.wdatamock.fault.Effect;
import io.wdatamock.fault.Fault;
import io.wdatamock.fault.FaultProfile;
import io.wdatamock.fidelity.Behaviour;
import io.wdatamock.journal.Count;
import io.wdatamock.journal.Entry;
import io.wdatamock.journal.RequestPattern;
import io.wdatamock.journal.Spacing;
import io.wdatamock.journal.Verification;
import io.wdatamock.journal.Violation;
import io.wdatamock.lifecycle.Pacing;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.lifecycle.Transition;
import io.wdatamock.refresh.ExpectedTransition;
import io.wdatamock.refresh.RunView;
import io.wdatamock.sandbox.ClockAdvance;
import io.wdatamock.sandbox.ClockChange;
import io.wdatamock.sandbox.ClockReading;
import io.wdatamock.sandbox.ClockUntil;
import io.wdatamock.sandbox.RateLimit;
import io.wdatamock.sandbox.Settings;
import io.wdatamock.sandbox.Snapshot;
import io.wdatamock.wire.BaseErrorResponseDetail;
import io.wdatamock.wire.ConnectionRunDto;
import io.wdatamock.wire.ResourceMessageDto;
import io.wdatamock.wire.ResourcePropertiesDto;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the schemas of the control API exact. springdoc derives from the records neither required nor nullable
 * properties, nor that there are no others; the {@code @Nullable} annotations provide them.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // the models of OpenAPI are raw
final class ControlSchemas {

    private static final String REF = "#/components/schemas/";

    /** Not {@code duration}, which is that of RFC 3339 and excludes fractions of a second. */
    private static final String DURATION_FORMAT = "iso8601-duration";

    /** The pattern of durations that {@link java.time.Duration#parse} accepts. */
    private static final String DURATION =
            "^[Pp](?=.)([0-9]{1,5}[Dd])?([Tt](?=.)([0-9]{1,6}[Hh])?([0-9]{1,8}[Mm])?([0-9]{1,9}([.,][0-9]{0,9})?[Ss])?)?$";

    /** The pattern of the names of properties that responses contain and requests may repeat without effect. */
    private static final String IGNORED =
            "^(lastRun|lastRunBy|lastRunDate|lastRunDestinationParameters|lastRunJobId|lastRunSourceParameters|nextScript|sourceResourceProperties)$";

    /** The records that clients send; those that responses contain too are described as requests. */
    private static final Map<String, Class<?>> READ = Map.ofEntries(
            Map.entry("ClockChange", ClockChange.class),
            Map.entry("ClockAdvance", ClockAdvance.class),
            Map.entry("ClockUntil", ClockUntil.class),
            Map.entry("ConnectionDocument", ConnectionDocument.class),
            Map.entry("Count", Count.class),
            Map.entry("RequestPattern", RequestPattern.class),
            Map.entry("Fault", Fault.class),
            Map.entry("ResourceMessageDto", ResourceMessageDto.class),
            Map.entry("ResourcePropertiesDto", ResourcePropertiesDto.class),
            Map.entry("Script", Script.class),
            Map.entry("Spacing", Spacing.class));

    /** The records that only the server sends. */
    private static final Map<String, Class<?>> WRITTEN = Map.ofEntries(
            Map.entry("BaseErrorResponseDetail", BaseErrorResponseDetail.class),
            Map.entry("Behaviour", Behaviour.class),
            Map.entry("ConnectionRunDto", ConnectionRunDto.class),
            Map.entry("ConnectionView", ConnectionView.class),
            Map.entry("Connections", ConnectionControlController.Listing.class),
            Map.entry("Entry", Entry.class),
            Map.entry("ExpectedTransition", ExpectedTransition.class),
            Map.entry("FaultProfile", FaultProfile.class),
            Map.entry("FaultProfiles", FaultController.Profiles.class),
            Map.entry("Faults", FaultController.Listing.class),
            Map.entry("Fidelity", FidelityController.Listing.class),
            Map.entry("Index", IndexController.Index.class),
            Map.entry("IndexedOperation", IndexController.Listed.class),
            Map.entry("LiveSandbox", SandboxesController.Live.class),
            Map.entry("Nearest", Verification.Nearest.class),
            Map.entry("Problem", Problem.class),
            Map.entry("ClockReading", ClockReading.class),
            Map.entry("Requests", JournalController.Listing.class),
            Map.entry("RunView", RunView.class),
            Map.entry("Runs", RunController.Listing.class),
            Map.entry("Sandboxes", SandboxesController.Listing.class),
            Map.entry("Settings", Settings.class),
            Map.entry("ActiveFault", ActiveFault.class),
            Map.entry("Transition", Transition.class),
            Map.entry("Verification", Verification.class),
            Map.entry("Violation", Violation.class));

    private final Map<String, Schema<?>> schemas = new LinkedHashMap<>();

    private ControlSchemas(Map<String, Schema> derived) {
        derived.forEach(schemas::put);
    }

    /** Returns the exact schemas. */
    static Map<String, Schema> exact(Map<String, Schema> derived) {
        ControlSchemas exact = new ControlSchemas(derived);
        exact.complete();
        return new LinkedHashMap<>(exact.schemas);
    }

    private void complete() {
        alternatives("Pacing", Pacing.class);
        alternatives("Effect", Effect.class);
        property("Script", "pacing", reference("Pacing"));
        property("Fault", "effect", reference("Effect"));
        property("ActiveFault", "effect", reference("Effect"));
        READ.forEach((name, type) -> close(name, creator(type)));
        WRITTEN.forEach(this::closeWritten);
        completeRead();
        completeWritten();
    }

    private void completeRead() {
        at("ConnectionDocument").addPatternProperty(IGNORED, new JsonSchema().description("Ignored"));
        range("Fault", Map.of("skip", List.of(0), "times", List.of(1), "probability", List.of(0, 1)));
        range("Polled", Map.of("reads", List.of(1, Pacing.Polled.MOST)));
        range("Status", Map.of("status", List.of(400, 599)));
        property("ClockChange", "rate").minimum(new BigDecimal("0.1")).maximum(BigDecimal.valueOf(10_000));
        property("RequestPattern", "bodyContains", new JsonSchema().description("Any JSON"));
        at("Count").minProperties(1);
        Schema<?> change = copy(at("Settings"));
        change.setRequired(null);
        change.description("Settings to change");
        schemas.put("SettingsChange", change);
        range("RateLimit", Map.of("requests", List.of(1, RateLimit.MOST)));
        at("RateLimit").setRequired(List.of("requests"));
        at("RateLimit").setAdditionalProperties(false);
        at("RateLimit").getProperties().values().forEach(ControlSchemas::complete);
        property("Settings", "rateLimit", rateLimit());
        property("SettingsChange", "rateLimit", rateLimit());
    }

    /** Returns the schema of a rate limit: a number, an object, or null. */
    private static Schema<?> rateLimit() {
        Schema<?> perSecond = new JsonSchema().types(Set.of("integer"));
        perSecond.minimum(BigDecimal.ONE);
        perSecond.maximum(BigDecimal.valueOf(RateLimit.MOST));
        return new JsonSchema()
                .addOneOfItem(perSecond)
                .addOneOfItem(reference("RateLimit"))
                .addOneOfItem(new JsonSchema().types(Set.of("null")));
    }

    private void completeWritten() {
        schemas.put(
                "Snapshot",
                object().description("A sandbox as one document; the format of the state is internal")
                        .addProperty(
                                "version",
                                new JsonSchema().types(Set.of("integer"))._const(Snapshot.VERSION))
                        .addProperty("digest", new JsonSchema().types(Set.of("string")))
                        .addProperty("state", new JsonSchema().types(Set.of("object")))
                        .required(List.of("version", "digest", "state")));
    }

    /** Describes a sealed interface whose records are distinguished by a property. */
    private void alternatives(String name, Class<?> type) {
        Discriminator discriminator = new Discriminator().propertyName("type");
        Schema<?> one = new JsonSchema().discriminator(discriminator);
        for (JsonSubTypes.Type alternative :
                Objects.requireNonNull(type.getAnnotation(JsonSubTypes.class)).value()) {
            String record = alternative.value().getSimpleName();
            Schema<?> schema = object();
            schema.addProperty("type", new JsonSchema().types(Set.of("string"))._const(alternative.name()));
            Stream.ofNullable(at(record).getAllOf())
                    .flatMap(List::stream)
                    .map(part -> ((Schema<?>) part).getProperties())
                    .filter(Objects::nonNull)
                    .forEach(properties -> properties.forEach(schema::addProperty));
            schemas.put(record, schema);
            close(record, creator(alternative.value()));
            required(schema, "type");
            one.addOneOfItem(reference(record));
            discriminator.mapping(alternative.name(), REF + record);
        }
        schemas.put(name, one);
    }

    /** Marks required and nullable properties by the parameters of the creator, and excludes others. */
    private void close(String name, Executable creator) {
        Schema<?> schema = at(name);
        schema.setAdditionalProperties(false);
        for (Parameter parameter : creator.getParameters()) {
            JsonProperty renamed = parameter.getAnnotation(JsonProperty.class);
            String property = renamed == null ? parameter.getName() : renamed.value();
            Schema<?> described = schema.getProperties().get(property);
            if (isNullable(parameter.getAnnotatedType()) && described != null) {
                schema.getProperties().put(property, nullable(described));
            } else {
                required(schema, property);
            }
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(ControlSchemas::complete);
        }
    }

    private void closeWritten(String name, Class<?> type) {
        Schema<?> schema = at(name);
        schema.setAdditionalProperties(false);
        require(schema, type);
        schema.getProperties().values().forEach(ControlSchemas::complete);
    }

    private static void require(Schema<?> schema, Class<?> type) {
        boolean leavesOut = type.isAnnotationPresent(JsonInclude.class);
        for (RecordComponent component : type.getRecordComponents()) {
            boolean isNullable = isNullable(component.getAnnotatedType());
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                require(schema, component.getType());
            } else if (!isNullable) {
                required(schema, component.getName());
            } else if (!leavesOut && !component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                required(schema, component.getName());
                schema.getProperties().computeIfPresent(component.getName(), (name, is) -> nullable(is));
            }
        }
    }

    /** Returns the constructor or factory method that Jackson calls. */
    private static Executable creator(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonCreator.class))
                .map(Executable.class::cast)
                .findFirst()
                .orElseGet(() -> canonical(type));
    }

    private static Executable canonical(Class<?> type) {
        int components = type.getRecordComponents().length;
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == components)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static void complete(Schema<?> schema) {
        String format = schema.getFormat();
        if ("duration".equals(format)) {
            schema.format(DURATION_FORMAT).pattern(DURATION).example("PT1.5S");
        } else if ("int32".equals(format)) {
            schema.minimum(BigDecimal.valueOf(Integer.MIN_VALUE)).maximum(BigDecimal.valueOf(Integer.MAX_VALUE));
        } else if ("int64".equals(format)) {
            schema.minimum(BigDecimal.valueOf(Long.MIN_VALUE)).maximum(BigDecimal.valueOf(Long.MAX_VALUE));
        }
    }

    private static Schema nullable(Schema<?> schema) {
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

    private void range(String name, Map<String, List<Integer>> ranges) {
        ranges.forEach((property, range) -> {
            Schema<?> schema = property(name, property);
            schema.minimum(BigDecimal.valueOf(range.get(0)));
            if (range.size() > 1) {
                schema.maximum(BigDecimal.valueOf(range.get(1)));
            }
        });
    }

    private Schema<?> property(String schema, String name) {
        return Objects.requireNonNull(at(schema).getProperties().get(name));
    }

    private void property(String schema, String name, Schema<?> property) {
        at(schema).addProperty(name, property);
    }

    private Schema<?> at(String name) {
        return Objects.requireNonNull(schemas.get(name), name);
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref(REF + name);
    }

    private static Schema<?> object() {
        Schema<?> object = new JsonSchema().types(Set.of("object"));
        object.setAdditionalProperties(false);
        return object;
    }

    private static Schema<?> copy(Schema<?> schema) {
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

    private static void required(Schema<?> schema, String property) {
        if (schema.getRequired() == null || !schema.getRequired().contains(property)) {
            schema.addRequiredItem(property);
        }
    }
}
