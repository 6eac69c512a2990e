package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Describes the properties and types of a record in one line, with the types of OpenAPI. */
final class RecordShape {

    private static final Map<Class<?>, String> SCALARS = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(Integer.class, "integer int32"),
            Map.entry(int.class, "integer int32"),
            Map.entry(Long.class, "integer int64"),
            Map.entry(long.class, "integer int64"),
            Map.entry(Double.class, "number double"),
            Map.entry(Duration.class, "string iso8601-duration"),
            Map.entry(Instant.class, "string date-time"),
            Map.entry(Object.class, "any"));

    private RecordShape() {}

    static String of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            if (element == RequestPattern.class) { // contains itself
                return "[" + RequestPattern.class.getSimpleName() + "]";
            }
            return generic.getRawType() == List.class
                    ? "[" + of(element) + "]"
                    : object(generic.getActualTypeArguments()[1]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return "enum" + values(plain);
        }
        if (plain.isSealed()) {
            Map<String, String> alternatives = new TreeMap<>();
            for (Class<?> alternative : plain.getPermittedSubclasses()) {
                alternatives.put(
                        alternative.getSimpleName(), properties(alternative).toString());
            }
            return "oneOf" + alternatives;
        }
        return plain.isRecord() ? properties(plain).toString() : SCALARS.getOrDefault(plain, plain.getName());
    }

    private static String object(Type values) {
        return values == Object.class
                ? "object"
                : "object of " + (values instanceof ParameterizedType ? "array" : of(values));
    }

    private static Set<String> values(Class<?> type) {
        Set<String> values = new TreeSet<>();
        for (Object value : type.getEnumConstants()) {
            values.add(Json.MAPPER.valueToTree(value).asString());
        }
        return values;
    }

    private static Map<String, String> properties(Class<?> type) {
        Map<String, String> properties = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                properties.putAll(properties(component.getType()));
            } else {
                properties.put(name(component), of(component.getGenericType()));
            }
        }
        return properties;
    }

    private static String name(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }
}
