package io.wdatamock.fidelity;

import io.wdatamock.observation.History;
import io.wdatamock.observation.Observation;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.VendorOperation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Checks of errors, of rate limits, and of requests that the service should reject. */
final class ErrorChecks {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int LONGEST_WORKSPACE_ID = 40;

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");
    private static final Pattern SECONDS = Pattern.compile("[0-9]+");

    /** The query parameters that the operations define. */
    private static final Set<String> PARAMETERS = Set.of(
            "sourceType",
            "sourceId",
            "destinationType",
            "destinationId",
            "cursor",
            "limit",
            "offset",
            "includeSourceResourceProperties",
            "workspaceId",
            "jobId",
            "cancelUnwritables");

    private ErrorChecks() {}

    static Map<String, Check> all() {
        return Map.ofEntries(
                Map.entry("error-shape", (Check.OfOne) ErrorChecks::shape),
                Map.entry("error-code", (Check.OfOne) ErrorChecks::code),
                Map.entry("error-details", (Check.OfOne) ErrorChecks::details),
                Map.entry("unauthorized", (Check.OfOne) ErrorChecks::unauthorized),
                Map.entry("challenge", (Check.OfOne) ErrorChecks::challenge),
                Map.entry("rate-limited", (Check.OfOne) ErrorChecks::rateLimited),
                Map.entry("retry-after", ErrorChecks::retryAfter),
                Map.entry("retry-after-seconds", (Check.OfOne) ErrorChecks::retryAfterSeconds),
                Map.entry("duplicate-parameter", (Check.OfOne) ErrorChecks::duplicateParameter),
                Map.entry("malformed-json", (Check.OfOne) ErrorChecks::malformedJson),
                Map.entry("id-length", (Check.OfOne) ErrorChecks::idLength),
                Map.entry("get-workspace-length", workspaceLength(VendorOperation.GET_CONNECTION)),
                Map.entry("status-workspace-length", workspaceLength(VendorOperation.GET_REFRESH_STATUS)),
                Map.entry("batch-workspace-length", workspaceLength(VendorOperation.GET_REFRESH_BATCH_STATUS)),
                Map.entry("get-unknown", answers(VendorOperation.GET_CONNECTION, NOT_FOUND)),
                Map.entry("batch-unknown", answers(VendorOperation.GET_REFRESH_BATCH_STATUS, NOT_FOUND)),
                Map.entry("get-forbidden", answers(VendorOperation.GET_CONNECTION, 403)),
                Map.entry("status-forbidden", answers(VendorOperation.GET_REFRESH_STATUS, 403)),
                Map.entry("refresh-forbidden", answers(VendorOperation.REFRESH_CONNECTION, 403)),
                Map.entry("refresh-locked", answers(VendorOperation.REFRESH_CONNECTION, 423)));
    }

    /** A request that should be rejected with 400. Errors that are checked earlier do not decide. */
    static Finding rejected(Observation seen, boolean isInvalid) {
        boolean decides = seen.status() == OK || seen.status() == BAD_REQUEST || seen.status() == NOT_FOUND;
        return Finding.when(isInvalid && decides, seen.status() == BAD_REQUEST);
    }

    private static Check.OfOne answers(VendorOperation operation, int status) {
        return seen -> Finding.confirmedIf(seen.calls(operation) && seen.status() == status);
    }

    private static boolean isError(Observation seen) {
        return seen.status() >= BAD_REQUEST && !seen.calls(VendorOperation.ISSUE_TOKEN);
    }

    private static Finding shape(Observation seen) {
        JsonNode body = seen.body();
        boolean isList = body.isArray() && body.valueStream().allMatch(JsonNode::isString);
        return Finding.when(isError(seen), seen.status() == BAD_REQUEST ? isList : body.isString());
    }

    private static Finding code(Observation seen) {
        JsonNode code = seen.response().path("code");
        return Finding.when(isError(seen), code.isIntegralNumber() && code.asLong() == seen.status());
    }

    private static Finding details(Observation seen) {
        List<JsonNode> details = seen.response().path("details").valueStream().toList();
        return Finding.when(
                isError(seen), !details.isEmpty() && details.stream().allMatch(ErrorChecks::isDetail));
    }

    private static boolean isDetail(JsonNode detail) {
        return SNAKE_CASE.matcher(detail.path("code").asString("")).matches()
                && detail.path("message").isString()
                && (detail.path("target").isMissingNode()
                        || detail.path("target").isString());
    }

    private static Finding unauthorized(Observation seen) {
        boolean isConcerned = !seen.hasToken() && !seen.calls(VendorOperation.ISSUE_TOKEN);
        boolean decides = seen.status() == UNAUTHORIZED || seen.status() == OK;
        return Finding.when(isConcerned && decides, seen.status() == UNAUTHORIZED);
    }

    private static Finding challenge(Observation seen) {
        return Finding.when(
                seen.status() == UNAUTHORIZED && isError(seen),
                seen.header("WWW-Authenticate").isPresent());
    }

    private static Finding rateLimited(Observation seen) {
        return Finding.confirmedIf(seen.status() == TOO_MANY && isError(seen));
    }

    /** A second 429 after the wait does not contradict, because the limit may count the requests of others. */
    private static Finding retryAfter(Observation seen, History before) {
        if (seen.status() == TOO_MANY) {
            return seen.header("Retry-After").isEmpty() ? Finding.CONTRADICTED : Finding.NONE;
        }
        return Finding.confirmedIf(
                before.retryAt(seen).map(at -> !seen.at().isBefore(at)).orElse(false));
    }

    private static Finding retryAfterSeconds(Observation seen) {
        return seen.status() != TOO_MANY
                ? Finding.NONE
                : seen.header("Retry-After")
                        .map(value -> Finding.of(SECONDS.matcher(value).matches()))
                        .orElse(Finding.NONE);
    }

    private static Finding duplicateParameter(Observation seen) {
        boolean isTwice = seen.query().entrySet().stream()
                .anyMatch(parameter -> PARAMETERS.contains(parameter.getKey())
                        && parameter.getValue().size() > 1);
        return rejected(seen, isTwice && !seen.calls(VendorOperation.ISSUE_TOKEN));
    }

    private static Finding malformedJson(Observation seen) {
        return rejected(seen, seen.request() == null && seen.operation().takesJson());
    }

    private static Finding idLength(Observation seen) {
        boolean isLong = Stream.of(seen.call().connectionId(), seen.call().batchId())
                .anyMatch(id -> Limits.isTooLong(id, Limits.ID));
        return rejected(seen, isLong);
    }

    private static Check.OfOne workspaceLength(VendorOperation operation) {
        return seen -> rejected(
                seen,
                seen.calls(operation)
                        && seen.parameter("workspaceId")
                                .map(id -> id.length() > LONGEST_WORKSPACE_ID)
                                .orElse(false));
    }
}
