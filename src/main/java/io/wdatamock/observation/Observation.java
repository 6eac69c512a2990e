package io.wdatamock.observation;

import io.wdatamock.wire.VendorOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request of a client and the response of a service, as far as comparisons need them. Contains no credentials.
 *
 * @param seq the number of the journal entry
 * @param at when the request was sent, by the sandbox's clock
 * @param known how many observations were complete when the request was sent
 * @param call the operation and the IDs in the path
 * @param path the decoded path
 * @param query the query parameters
 * @param hasToken whether the request had a bearer token
 * @param request the request's JSON, missing without a body; of a token request only {@code grant_type}; null if it
 *     is malformed
 * @param status the status of the response
 * @param headers the response headers, with names in any case
 * @param response the response's JSON, missing without a body; of a token its values are needed for checks only
 */
public record Observation(
        long seq,
        Instant at,
        long known,
        VendorPath call,
        String path,
        Map<String, List<String>> query,
        boolean hasToken,
        @Nullable JsonNode request,
        int status,
        Map<String, List<String>> headers,
        JsonNode response) {

    private static final String LAST_RUN = "lastRun";

    public VendorOperation operation() {
        return call.operation();
    }

    /** Whether the request called the operation. */
    public boolean calls(VendorOperation operation) {
        return call.operation() == operation;
    }

    /** Whether the request called one of the six operations and succeeded. */
    public boolean isSuccess() {
        return status == 200 && !calls(VendorOperation.ISSUE_TOKEN);
    }

    /** Returns the body within the envelope of a response. */
    public JsonNode body() {
        return response.path("body");
    }

    /** Returns a query parameter. */
    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Returns a response header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Returns the connections that a batch requests, with an empty text for an entry without one. */
    public List<String> requestedConnections() {
        return calls(VendorOperation.REFRESH_BATCH) && request != null && request.isArray()
                ? request.valueStream()
                        .map(entry -> entry.path("connectionId").asString(""))
                        .toList()
                : List.of();
    }

    /** Returns the connections in a successful response. */
    public List<JsonNode> connections() {
        if (!isSuccess()) {
            return List.of();
        }
        return switch (operation()) {
            case LIST_CONNECTIONS ->
                body().valueStream().filter(JsonNode::isObject).toList();
            case GET_CONNECTION -> body().isObject() ? List.of(body()) : List.of();
            default -> List.of();
        };
    }

    /** Returns the runs in a successful response of a refresh, a batch or a status. A run without an ID is none. */
    public List<SeenRun> runs() {
        if (!isSuccess()) {
            return List.of();
        }
        return switch (operation()) {
            case REFRESH_CONNECTION, GET_REFRESH_STATUS -> runs(Stream.of(body()));
            case REFRESH_BATCH, GET_REFRESH_BATCH_STATUS ->
                runs(body().path("childRefreshes").valueStream());
            default -> List.of();
        };
    }

    private static List<SeenRun> runs(Stream<JsonNode> runs) {
        return runs.filter(JsonNode::isObject)
                .map(SeenRun::new)
                .filter(run -> !run.jobId().isEmpty())
                .toList();
    }

    /** Returns all runs in a successful response, including the newest runs of connections. */
    public List<SeenRun> allRuns() {
        List<SeenRun> last = runs(connections().stream().map(connection -> connection.path(LAST_RUN)));
        return Stream.concat(runs().stream(), last.stream()).toList();
    }

    /** Whether the request starts runs. */
    public boolean startsRuns() {
        return isSuccess() && (calls(VendorOperation.REFRESH_CONNECTION) || calls(VendorOperation.REFRESH_BATCH));
    }
}
