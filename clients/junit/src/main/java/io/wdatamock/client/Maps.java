package io.wdatamock.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies JSON objects with their order and, unlike {@link Map#copyOf}, their nulls. */
final class Maps {

    private Maps() {}

    static Map<String, @Nullable Object> copy(Map<String, ? extends @Nullable Object> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<String, @Nullable Object>(map));
    }

    static @Nullable Map<String, @Nullable Object> copyIfAny(@Nullable Map<String, @Nullable Object> map) {
        return map == null ? null : copy(map);
    }
}
