package io.wdatamock.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.wdatamock.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The examples of the vendor's document: bodies that the server accepts and returns, stored as resources. */
final class Examples {

    private static final String ROOT = "/openapi/examples/";
    private static final String EVERY_OPERATION = "every-operation";
    private static final String BY_FAULT = "by-fault";
    private static final String REQUEST = "request";

    /** Whether the operation returns this status without a fault. */
    boolean hasStatusWithoutFault(String operationId, String status) {
        return Stream.of(operationId, EVERY_OPERATION)
                .anyMatch(folder -> read(folder, status).isPresent());
    }

    void addTo(Operation operation) {
        String operationId = operation.getOperationId();
        if (operation.getRequestBody() != null) {
            read(operationId, REQUEST)
                    .ifPresent(
                            example -> show(example, operation.getRequestBody().getContent()));
        }
        operation
                .getResponses()
                .forEach((status, response) ->
                        find(operationId, status).ifPresent(example -> show(example, response.getContent())));
    }

    private static Optional<Object> find(String operationId, String status) {
        return Stream.of(operationId, EVERY_OPERATION, BY_FAULT)
                .flatMap(folder -> read(folder, status).stream())
                .findFirst();
    }

    private static void show(Object example, Content content) {
        content.values().forEach(mediaType -> mediaType.setExample(example));
    }

    private static Optional<Object> read(String folder, String name) {
        try (InputStream resource = Examples.class.getResourceAsStream(ROOT + folder + "/" + name + ".json")) {
            return resource == null ? Optional.empty() : Optional.of(WireJson.MAPPER.readValue(resource, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
