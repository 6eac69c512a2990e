package io.wdatamock.fidelity;

import io.wdatamock.observation.ConnectionHistory;
import io.wdatamock.observation.History;
import io.wdatamock.observation.Observation;
import io.wdatamock.observation.SeenRun;
import io.wdatamock.wire.VendorOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Checks of lists and of single connections. */
final class ConnectionChecks {

    private static final int LARGEST_PAGE = 1_000;
    private static final String LAST_RUN = "lastRun";
    private static final String RESOURCE = "sourceResourceProperties";
    private static final List<String> FILTERS = List.of("sourceType", "sourceId", "destinationType", "destinationId");
    private static final List<String> ALWAYS = List.of(
            "connectionId",
            "created",
            "createdBy",
            "sourceId",
            "sourceType",
            "destinationId",
            "destinationType",
            "workspaceId");
    private static final List<String> LAST_RUN_FIELDS = List.of(
            LAST_RUN,
            "lastRunBy",
            "lastRunDate",
            "lastRunJobId",
            "lastRunSourceParameters",
            "lastRunDestinationParameters");

    private ConnectionChecks() {}

    static Map<String, Check> all() {
        return Map.ofEntries(
                Map.entry("page-size", (Check.OfOne) ConnectionChecks::pageSize),
                Map.entry("limit-range", (Check.OfOne) ConnectionChecks::limitRange),
                Map.entry("cursor", (Check.OfOne) ConnectionChecks::cursor),
                Map.entry("list-order", (Check.OfOne) ConnectionChecks::order),
                Map.entry("list-filter", (Check.OfOne) ConnectionChecks::filter),
                Map.entry("type-needs-id", (Check.OfOne) ConnectionChecks::typeNeedsId),
                Map.entry("listed-last-run", ConnectionChecks::listedLastRun),
                Map.entry("list-resource", resource(VendorOperation.LIST_CONNECTIONS)),
                Map.entry("get-resource", resource(VendorOperation.GET_CONNECTION)),
                Map.entry("connection-fields", (Check.OfOne) ConnectionChecks::fields),
                Map.entry("last-run-consistent", (Check.OfOne) ConnectionChecks::lastRunConsistent),
                Map.entry("no-last-run", (Check.OfOne) ConnectionChecks::noLastRun),
                Map.entry("refresh-keeps-updated", ConnectionChecks::refreshKeepsUpdated),
                Map.entry("other-workspace", ConnectionChecks::otherWorkspace),
                Map.entry("locked-readable", ConnectionChecks::lockedReadable),
                Map.entry("forbidden-listed", ConnectionChecks::forbiddenListed));
    }

    private static boolean isList(Observation seen) {
        return seen.isSuccess() && seen.calls(VendorOperation.LIST_CONNECTIONS);
    }

    private static boolean isGet(Observation seen) {
        return !seen.connections().isEmpty() && seen.calls(VendorOperation.GET_CONNECTION);
    }

    private static Optional<Long> number(Observation seen, String parameter) {
        try {
            return seen.parameter(parameter).map(Long::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A page that is not the last one has exactly as many connections as requested. */
    private static Finding pageSize(Observation seen) {
        if (!isList(seen) || seen.parameter("cursor").isPresent()) {
            return Finding.NONE;
        }
        long limit = number(seen, "limit").orElse((long) LARGEST_PAGE);
        boolean isLast = !seen.response().path("cursor").isString();
        int size = seen.body().size();
        return Finding.of(isLast ? size <= limit : size == limit);
    }

    private static Finding limitRange(Observation seen) {
        boolean isOutside = number(seen, "limit")
                        .map(limit -> limit < 1 || limit > LARGEST_PAGE)
                        .orElse(false)
                || number(seen, "offset").map(offset -> offset < 0).orElse(false);
        return ErrorChecks.rejected(seen, seen.calls(VendorOperation.LIST_CONNECTIONS) && isOutside);
    }

    private static Finding cursor(Observation seen) {
        JsonNode cursor = seen.response().path("cursor");
        boolean isEmptyPage = seen.body().isEmpty() && cursor.isString();
        return Finding.when(isList(seen), (cursor.isNull() || cursor.isString()) && !isEmptyPage);
    }

    private static Finding order(Observation seen) {
        List<JsonNode> page = isList(seen) ? seen.connections() : List.of();
        return Finding.when(
                page.size() > 1,
                IntStream.range(1, page.size()).allMatch(i -> isInOrder(page.get(i - 1), page.get(i))));
    }

    private static boolean isInOrder(JsonNode earlier, JsonNode later) {
        Optional<Instant> first = SeenRun.instant(earlier.path("created"));
        Optional<Instant> second = SeenRun.instant(later.path("created"));
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        int order = first.get().compareTo(second.get());
        return order < 0 || (order == 0 && id(earlier).compareTo(id(later)) < 0);
    }

    private static String id(JsonNode connection) {
        return connection.path("connectionId").asString("");
    }

    private static Finding filter(Observation seen) {
        List<String> given = isList(seen) && seen.parameter("cursor").isEmpty()
                ? FILTERS.stream()
                        .filter(name -> seen.parameter(name).isPresent())
                        .toList()
                : List.of();
        return Finding.when(
                !given.isEmpty() && !seen.connections().isEmpty(),
                seen.connections().stream()
                        .allMatch(connection -> given.stream()
                                .allMatch(name -> connection
                                        .path(name)
                                        .asString("")
                                        .equals(seen.parameter(name).orElse("")))));
    }

    private static Finding typeNeedsId(Observation seen) {
        boolean isWithoutId = Stream.of("source", "destination")
                .anyMatch(side -> seen.parameter(side + "Type").isPresent()
                        && seen.parameter(side + "Id").isEmpty());
        return ErrorChecks.rejected(
                seen,
                seen.calls(VendorOperation.LIST_CONNECTIONS)
                        && isWithoutId
                        && seen.parameter("cursor").isEmpty());
    }

    private static Finding listedLastRun(Observation seen, History before) {
        if (!isList(seen)) {
            return Finding.NONE;
        }
        List<JsonNode> refreshed = seen.connections().stream()
                .filter(connection -> before.before(seen, id(connection))
                        .flatMap(ConnectionHistory::newestRun)
                        .isPresent())
                .toList();
        return Finding.when(
                !refreshed.isEmpty(),
                refreshed.stream()
                        .allMatch(connection -> connection.path(LAST_RUN).isObject()));
    }

    private static Check.OfOne resource(VendorOperation operation) {
        return seen -> {
            boolean isRequested = seen.parameter("includeSourceResourceProperties")
                    .map("true"::equals)
                    .orElse(false);
            List<JsonNode> connections = seen.calls(operation) ? seen.connections() : List.of();
            return Finding.when(
                    !connections.isEmpty(),
                    connections.stream()
                            .allMatch(connection -> connection.path(RESOURCE).isObject() == isRequested));
        };
    }

    private static Finding fields(Observation seen) {
        return Finding.when(isGet(seen), ALWAYS.stream().allMatch(field -> isPresent(seen.body(), field)));
    }

    private static boolean isPresent(JsonNode object, String field) {
        return !object.path(field).isMissingNode() && !object.path(field).isNull();
    }

    private static Finding lastRunConsistent(Observation seen) {
        List<JsonNode> withRun = seen.connections().stream()
                .filter(connection -> connection.path(LAST_RUN).isObject())
                .toList();
        return Finding.when(!withRun.isEmpty(), withRun.stream().allMatch(ConnectionChecks::isConsistent));
    }

    private static boolean isConsistent(JsonNode connection) {
        JsonNode run = connection.path(LAST_RUN);
        return connection.path("lastRunJobId").equals(run.path("jobId"))
                && connection.path("lastRunBy").equals(run.path("createdBy"))
                && connection.path("lastRunDate").equals(run.path("created"))
                && connection.path("lastRunSourceParameters").equals(run.path("sourceParameters"))
                && connection.path("lastRunDestinationParameters").equals(run.path("destinationParameters"));
    }

    private static Finding noLastRun(Observation seen) {
        List<JsonNode> withoutRun = seen.connections().stream()
                .filter(connection -> !isPresent(connection, LAST_RUN))
                .toList();
        return Finding.when(
                !withoutRun.isEmpty(),
                withoutRun.stream()
                        .allMatch(connection ->
                                LAST_RUN_FIELDS.stream().noneMatch(field -> isPresent(connection, field))));
    }

    private static Finding refreshKeepsUpdated(Observation seen, History before) {
        return seen.connections().stream()
                .map(connection -> before.before(seen, id(connection))
                        .filter(ConnectionHistory::isRefreshed)
                        .map(known -> keepsUpdated(connection, known))
                        .orElse(Finding.NONE))
                .reduce(Finding.NONE, Finding::and);
    }

    /** Another time contradicts only if it is during the run; otherwise a user may have edited the connection. */
    private static Finding keepsUpdated(JsonNode connection, ConnectionHistory known) {
        Optional<Instant> updated = SeenRun.instant(connection.path("updated"));
        SeenRun run = new SeenRun(connection.path(LAST_RUN));
        if (updated.isEmpty() || known.newest().path("updated").isMissingNode()) {
            return Finding.NONE;
        }
        if (known.newest().path("updated").equals(connection.path("updated"))) {
            return Finding.CONFIRMED;
        }
        boolean isDuringRun = run.created()
                        .filter(start -> !updated.get().isBefore(start))
                        .isPresent()
                && run.updated().filter(end -> !updated.get().isAfter(end)).isPresent();
        return isDuringRun ? Finding.CONTRADICTED : Finding.NONE;
    }

    private static Finding otherWorkspace(Observation seen, History before) {
        Optional<String> requested = seen.parameter("workspaceId");
        Optional<String> own = before.before(seen)
                .map(known -> known.newest().path("workspaceId").asString(""))
                .filter(id -> !id.isEmpty());
        boolean isConcerned = seen.calls(VendorOperation.GET_CONNECTION)
                && (seen.status() == 200 || seen.status() == 404)
                && requested.isPresent()
                && own.isPresent()
                && !Objects.equals(requested, own);
        return Finding.when(isConcerned, seen.status() == 404);
    }

    private static Finding lockedReadable(Observation seen, History before) {
        return Finding.confirmedIf(isGet(seen)
                && before.before(seen)
                        .flatMap(ConnectionHistory::refusal)
                        .filter(status -> status == 423)
                        .isPresent());
    }

    private static Finding forbiddenListed(Observation seen, History before) {
        return Finding.confirmedIf(isList(seen)
                && seen.connections().stream()
                        .anyMatch(connection -> before.before(seen, id(connection))
                                .flatMap(ConnectionHistory::refusal)
                                .filter(status -> status == 403)
                                .isPresent()));
    }
}
