package io.wdatamock.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds the error responses that the vendor declares, which are the same for every operation. */
final class ErrorResponseCustomizer {

    /** The addition for errors that only a fault can cause. */
    private static final String ONLY_BY_FAULT = " This operation returns it only because of a fault.";

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String ANYTHING = org.springframework.http.MediaType.ALL_VALUE;

    /** The operations whose errors the vendor declares with media type {@code *}{@code /*}. */
    private static final Set<String> LOOSE_OPERATIONS = Set.of("listConnections", "getConnection", "getRefreshStatus");

    private static final Set<String> LOOSE_STATUSES = Set.of("400", "401", "409");
    private static final Map<String, String> DESCRIPTIONS = descriptions();

    private final Examples examples;

    ErrorResponseCustomizer(Examples examples) {
        this.examples = examples;
    }

    private static Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        descriptions.put("400", "The request is malformed, out of bounds or contradictory.");
        descriptions.put("401", "The bearer token is missing or not accepted.");
        descriptions.put("403", "The client has no access to the connection.");
        descriptions.put("404", "The ID is unknown, or not in the requested workspace.");
        descriptions.put("409", "The current state does not permit the operation.");
        descriptions.put("423", "The connection is locked and cannot be refreshed.");
        descriptions.put("429", "Too many requests. `Retry-After` is the number of seconds to wait.");
        descriptions.put("500", "The server failed.");
        return descriptions;
    }

    void addTo(Operation operation) {
        boolean loose = LOOSE_OPERATIONS.contains(operation.getOperationId());
        DESCRIPTIONS.forEach((status, description) -> {
            boolean ordinary = examples.hasStatusWithoutFault(operation.getOperationId(), status);
            ApiResponse response = new ApiResponse()
                    .description(ordinary ? description : description + ONLY_BY_FAULT)
                    .content(new Content()
                            .addMediaType(mediaType(status, loose), new MediaType().schema(schema(status, loose))));
            operation.getResponses().addApiResponse(status, response);
        });
    }

    private static String mediaType(String status, boolean loose) {
        return status.equals("423") || (loose && LOOSE_STATUSES.contains(status)) ? ANYTHING : JSON;
    }

    private static Schema<?> schema(String status, boolean loose) {
        Schema<?> single = new Schema<>().$ref("SingleError");
        if (!status.equals("400")) {
            return single;
        }
        Schema<?> multi = new Schema<>().$ref("MultiError");
        return loose ? new Schema<>().oneOf(List.of(multi, single)) : multi;
    }
}
