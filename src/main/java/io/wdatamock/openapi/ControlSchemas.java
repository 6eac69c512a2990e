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
import io.wdatamock.control.RecordingController;
import io.wdatamock.control.RunController;
import io.wdatamock.control.SandboxesController;
import io.wdatamock.fault.ActiveFault;
import io.wdatamock.fault.Effect;
import io.wdatamock.fault.Fault;
import io.wdatamock.fault.FaultProfile;
import io.wdatamock.fidelity.Behaviour;
import io.wdatamock.fidelity.ComparisonResult;
import io.wdatamock.journal.Count;
import io.wdatamock.journal.Entry;
import io.wdatamock.journal.RequestPattern;
import io.wdatamock.journal.Spacing;
import io.wdatamock.journal.Verification;
import io.wdatamock.journal.Violation;
import io.wdatamock.learning.LearnedSeed;
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
            Map.entry("ComparisonResult", ComparisonResult.class),
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
            Map.entry("RecordingSummary", RecordingController.Summary.class),
            Map.entry("Requests", JournalController.Listing.class),
            Map.entry("LearnedSeed", LearnedSeed.class),
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
        property("Script", "pacing", JsonSchemas.reference("Pacing"));
        property("Fault", "effect", JsonSchemas.reference("Effect"));
        property("ActiveFault", "effect", JsonSchemas.reference("Effect"));
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
        property(
                "RequestPattern",
                "bodyContains",
                new JsonSchema().description("JSON that the body of the request must contain"));
        at("Count").minProperties(1);
        Schema<?> change = JsonSchemas.copy(at("Settings"));
        change.setRequired(null);
        change.description("Settings to change");
        schemas.put("SettingsChange", change);
        range("RateLimit", Map.of("requests", List.of(1, RateLimit.MOST)));
        at("RateLimit").setRequired(List.of("requests"));
        at("RateLimit").setAdditionalProperties(false);
        at("RateLimit").getProperties().values().forEach(JsonSchemas::complete);
        property("Settings", "rateLimit", JsonSchemas.rateLimit());
        property("SettingsChange", "rateLimit", JsonSchemas.rateLimit());
    }

    private void completeWritten() {
        schemas.put(
                "Snapshot",
                JsonSchemas.object()
                        .description("A sandbox as one document; the format of the state is internal")
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
            Schema<?> schema = JsonSchemas.object();
            schema.addProperty("type", new JsonSchema().types(Set.of("string"))._const(alternative.name()));
            Stream.ofNullable(at(record).getAllOf())
                    .flatMap(List::stream)
                    .map(part -> ((Schema<?>) part).getProperties())
                    .filter(Objects::nonNull)
                    .forEach(properties -> properties.forEach(schema::addProperty));
            schemas.put(record, schema);
            close(record, creator(alternative.value()));
            JsonSchemas.required(schema, "type");
            one.addOneOfItem(JsonSchemas.reference(record));
            discriminator.mapping(alternative.name(), JsonSchemas.REF + record);
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
                schema.getProperties().put(property, JsonSchemas.nullable(described));
            } else {
                JsonSchemas.required(schema, property);
            }
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(JsonSchemas::complete);
        }
    }

    private void closeWritten(String name, Class<?> type) {
        Schema<?> schema = at(name);
        schema.setAdditionalProperties(false);
        require(schema, type);
        schema.getProperties().values().forEach(JsonSchemas::complete);
    }

    private static void require(Schema<?> schema, Class<?> type) {
        boolean leavesOut = type.isAnnotationPresent(JsonInclude.class);
        for (RecordComponent component : type.getRecordComponents()) {
            boolean isNullable = isNullable(component.getAnnotatedType());
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                require(schema, component.getType());
            } else if (!isNullable && !component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                JsonSchemas.required(schema, component.getName());
            } else if (!leavesOut && !component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                JsonSchemas.required(schema, component.getName());
                schema.getProperties().computeIfPresent(component.getName(), (name, is) -> JsonSchemas.nullable(is));
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
}
