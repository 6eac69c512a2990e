package io.wdatamock.fidelity;

import io.wdatamock.observation.ConnectionHistory;
import io.wdatamock.observation.History;
import io.wdatamock.observation.Observation;
import io.wdatamock.observation.RunHistory;
import io.wdatamock.observation.SeenRun;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.VendorOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks of refreshes. */
final class RefreshChecks {

    private static final int CONFLICT = 409;
    private static final List<String> SIDES = List.of("source", "destination");

    private RefreshChecks() {}

    static Map<String, Check> all() {
        return Map.ofEntries(
                Map.entry("refresh-run", (Check.OfOne) RefreshChecks::run),
                Map.entry("refresh-without-body", (Check.OfOne) RefreshChecks::withoutBody),
                Map.entry("refresh-asynchronous", (Check.OfOne) RefreshChecks::asynchronous),
                Map.entry("parameters-returned", (Check.OfOne) RefreshChecks::parametersReturned),
                Map.entry("previous-parameters", RefreshChecks::previousParameters),
                Map.entry("other-connection-in-body", (Check.OfOne) RefreshChecks::otherConnectionInBody),
                Map.entry("conflict-while-active", RefreshChecks::conflictWhileActive));
    }

    private static boolean isRefresh(Observation seen) {
        return seen.isSuccess() && seen.calls(VendorOperation.REFRESH_CONNECTION);
    }

    private static JsonNode request(Observation seen, String field) {
        @Nullable JsonNode request = seen.request();
        return request == null ? seen.response().path("") : request.path(field);
    }

    private static Finding run(Observation seen) {
        return Finding.when(isRefresh(seen), !seen.runs().isEmpty());
    }

    private static Finding withoutBody(Observation seen) {
        boolean isWithout = seen.request() != null && seen.request().isMissingNode();
        boolean isRejected = seen.status() == 415
                || (seen.status() == 400
                        && seen.query().keySet().stream().allMatch(String::isEmpty)
                        && !Limits.isTooLong(seen.call().connectionId(), Limits.ID));
        boolean decides = seen.status() == 200 || isRejected;
        return Finding.when(
                seen.calls(VendorOperation.REFRESH_CONNECTION) && isWithout && decides, seen.status() == 200);
    }

    /** A run that was not final in the response to its refresh shows that the service does not wait for it. */
    private static Finding asynchronous(Observation seen) {
        return Finding.confirmedIf(isRefresh(seen)
                && new SeenRun(seen.body())
                        .statuses()
                        .filter(statuses -> !statuses.areFinal())
                        .isPresent());
    }

    private static Finding parametersReturned(Observation seen) {
        List<String> given = isRefresh(seen)
                ? SIDES.stream()
                        .filter(side -> request(seen, side + "Parameters").isObject())
                        .filter(side -> !isPreviousWanted(seen, side))
                        .toList()
                : List.of();
        return Finding.when(
                !given.isEmpty(),
                given.stream()
                        .allMatch(side -> request(seen, side + "Parameters")
                                .equals(seen.body().path(side + "Parameters"))));
    }

    private static boolean isPreviousWanted(Observation seen, String side) {
        String name = side.equals("source") ? "usePreviousSourceParameters" : "usePreviousDestinationParameters";
        return request(seen, name).asBoolean(false);
    }

    private static Finding previousParameters(Observation seen, History before) {
        Optional<JsonNode> previous = isRefresh(seen)
                ? before.before(seen)
                        .filter(known -> !known.hasForeignRuns())
                        .flatMap(ConnectionHistory::newestRun)
                        .map(run -> run.newest().json())
                : Optional.empty();
        return previous.stream()
                .flatMap(run -> SIDES.stream()
                        .filter(side -> isPreviousWanted(seen, side))
                        .filter(side -> run.path(side + "Parameters").isObject())
                        .map(side -> isPrevious(side + "Parameters", run, seen)))
                .reduce(Finding.NONE, Finding::and);
    }

    /** Parameters that are neither the previous ones nor those of the request may be those of a run started elsewhere. */
    private static Finding isPrevious(String parameters, JsonNode previous, Observation seen) {
        JsonNode used = seen.body().path(parameters);
        if (previous.path(parameters).equals(used)) {
            return Finding.CONFIRMED;
        }
        boolean isOfRequest = used.isEmpty() || request(seen, parameters).equals(used);
        return isOfRequest ? Finding.CONTRADICTED : Finding.NONE;
    }

    private static Finding otherConnectionInBody(Observation seen) {
        JsonNode given = request(seen, "connectionId");
        return ErrorChecks.rejected(
                seen,
                seen.calls(VendorOperation.REFRESH_CONNECTION)
                        && given.isString()
                        && !given.asString("").equals(seen.call().connectionId()));
    }

    /**
     * 409 while a run was last seen active confirms. A refresh that was accepted at such a time contradicts only when a
     * later response shows that the earlier run was still active then.
     */
    private static Finding conflictWhileActive(Observation seen, History before) {
        if (seen.calls(VendorOperation.REFRESH_CONNECTION) && seen.status() == CONFLICT) {
            return Finding.confirmedIf(before.before(seen).stream()
                    .flatMap(known -> known.runs().stream())
                    .anyMatch(RunHistory::isActive));
        }
        return seen.allRuns().stream()
                        .anyMatch(run -> before.before(seen, run.connectionId())
                                .flatMap(known -> known.run(run.jobId()))
                                .flatMap(RunHistory::overlappedAt)
                                .filter(otherStart -> isActiveAt(otherStart, run))
                                .isPresent())
                ? Finding.CONTRADICTED
                : Finding.NONE;
    }

    private static boolean isActiveAt(Instant instant, SeenRun run) {
        return run.statuses().isPresent()
                && (!run.isFinal()
                        || run.updated()
                                .filter(updated -> updated.isAfter(instant))
                                .isPresent());
    }
}
