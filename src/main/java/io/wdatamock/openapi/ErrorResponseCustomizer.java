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

/** The errors that the vendor declares, the same statuses for every operation. */
final class ErrorResponseCustomizer {

    /** Added where the vendor declares an error that the operation has no reason of its own for. */
    private static final String ONLY_BY_FAULT = " From this operation it comes only when a fault is set up to send it.";

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String ANYTHING = org.springframework.http.MediaType.ALL_VALUE;

    /** The vendor declares the errors of these more loosely than those of the others. */
    private static final Set<String> LOOSE_OPERATIONS = Set.of("listConnections", "getConnection", "getRefreshStatus");

    private static final Set<String> LOOSE_STATUSES = Set.of("400", "401", "409");
    private static final Map<String, String> DESCRIPTIONS = descriptions();

    private final Examples examples;

    ErrorResponseCustomizer(Examples examples) {
        this.examples = examples;
    }

    private static Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        descriptions.put("400", "Something in the request is malformed, out of bounds or at odds with the rest.");
        descriptions.put("401", "There is no bearer token, or one that is not accepted here.");
        descriptions.put("403", "This connection is closed to the client.");
        descriptions.put("404", "Nothing goes by this ID, or it is not in the workspace that was asked for.");
        descriptions.put("409", "What is going on at the moment stands in the way.");
        descriptions.put("423", "The connection is locked and takes no refresh.");
        descriptions.put("429", "That was too often. `Retry-After` says how many seconds to wait.");
        descriptions.put("500", "The server failed.");
        return descriptions;
    }

    void addTo(Operation operation) {
        boolean loose = LOOSE_OPERATIONS.contains(operation.getOperationId());
        DESCRIPTIONS.forEach((status, description) -> {
            boolean ordinary = examples.showOrdinary(operation.getOperationId(), status);
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
