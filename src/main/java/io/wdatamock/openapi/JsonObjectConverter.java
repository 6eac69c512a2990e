package io.wdatamock.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.wdatamock.wire.JsonObject;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes a {@link JsonObject} as an object with any members. */
@Component
final class JsonObjectConverter implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType javaType = Json31.mapper().constructType(type.getType());
        if (javaType != null && javaType.hasRawClass(JsonObject.class)) {
            return new JsonSchema().types(Set.of("object")).additionalProperties(new JsonSchema());
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }
}
