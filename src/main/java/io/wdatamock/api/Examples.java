package io.wdatamock.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.wdatamock.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The examples of the document: bodies that the server takes and gives just so, kept as resources. */
final class Examples {

    private static final String FOLDER = "/openapi/examples/";
    private static final String REQUEST = "request";

    /** The example of an operation's answer with this status: its own, or else the one for all operations. */
    Optional<Object> find(String operationId, String status) {
        return Stream.of(operationId + "/" + status, status)
                .flatMap(name -> read(name).stream())
                .findFirst();
    }

    void addTo(Operation operation) {
        String operationId = operation.getOperationId();
        if (operation.getRequestBody() != null) {
            read(operationId + "/" + REQUEST)
                    .ifPresent(
                            example -> show(example, operation.getRequestBody().getContent()));
        }
        operation
                .getResponses()
                .forEach((status, response) ->
                        find(operationId, status).ifPresent(example -> show(example, response.getContent())));
    }

    private static void show(Object example, Content content) {
        content.values().forEach(mediaType -> mediaType.setExample(example));
    }

    private static Optional<Object> read(String name) {
        try (InputStream resource = Examples.class.getResourceAsStream(FOLDER + name + ".json")) {
            return resource == null ? Optional.empty() : Optional.of(WireJson.MAPPER.readValue(resource, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
