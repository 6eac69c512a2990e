package io.wdatamock.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.wdatamock.web.route.ServerAddress;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.springdoc.webmvc.api.MultipleOpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI documents of the server, whole or reduced to one operation. */
@Lazy
@Component
final class OpenApiDocuments {

    /** The document of the vendor's operations. */
    static final String VENDOR = "wdata";

    /** The document of the control API. */
    static final String CONTROL = "mock";

    private static final String COMPONENT = "#/components/schemas/";

    private final ObjectProvider<MultipleOpenApiWebMvcResource> springdoc;

    OpenApiDocuments(ObjectProvider<MultipleOpenApiWebMvcResource> springdoc) {
        this.springdoc = springdoc;
    }

    /** Returns a document as JSON; throws 404 if the documents are switched off. */
    String text(String name) {
        MultipleOpenApiWebMvcResource documents = springdoc.getIfAvailable(() -> {
            throw ApiException.of(
                    HttpStatus.NOT_FOUND,
                    "The OpenAPI documents, which describe the tools, are switched off by springdoc.api-docs.enabled");
        });
        try {
            byte[] document = documents.openapiJson(current(), "", name, Locale.ENGLISH);
            return new String(document, StandardCharsets.UTF_8)
                    .replace(
                            ServerAddress.PLACEHOLDER,
                            ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a document. */
    ObjectNode document(String name) {
        return (ObjectNode) WireJson.MAPPER.readTree(text(name));
    }

    /** Returns a document with one operation and the schemas that it refers to; throws 404 if there is no such operation. */
    ObjectNode operation(String name, String operationId) {
        ObjectNode document = document(name);
        ObjectNode reduced = document.deepCopy();
        ObjectNode paths = reduced.putObject("paths");
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    if (operation.path("operationId").asString("").equals(operationId)) {
                        paths.withObjectProperty(path).set(method, operation);
                    }
                }));
        if (paths.isEmpty()) {
            throw ApiException.notFound(
                    "operationId",
                    "operationId was %s, but must be one of %s"
                            .formatted(Sanitizer.quote(operationId), String.join(", ", operationIds(document))));
        }
        reduced.withObjectProperty("components").set("schemas", closure(paths, document.at("/components/schemas")));
        return reduced;
    }

    private static List<String> operationIds(ObjectNode document) {
        return document.path("paths").findValuesAsString("operationId");
    }

    private static HttpServletRequest current() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** Returns the schemas that a node refers to, and those that they refer to. */
    private static ObjectNode closure(JsonNode node, JsonNode schemas) {
        ObjectNode closure = JsonNodeFactory.instance.objectNode();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            for (String reference : open.remove().findValuesAsString("$ref")) {
                String schema = reference.substring(COMPONENT.length());
                if (!closure.has(schema)) {
                    closure.set(schema, schemas.get(schema));
                    open.add(schemas.get(schema));
                }
            }
        }
        return closure;
    }
}
