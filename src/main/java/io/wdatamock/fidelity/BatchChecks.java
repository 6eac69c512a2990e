package io.wdatamock.fidelity;

import io.wdatamock.lifecycle.SideStatuses;
import io.wdatamock.observation.Observation;
import io.wdatamock.observation.SeenRun;
import io.wdatamock.wire.VendorOperation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks of batches. */
final class BatchChecks {

    private static final int LARGEST = 100;

    private BatchChecks() {}

    static Map<String, Check> all() {
        return Map.ofEntries(
                Map.entry("batch-run-per-entry", (Check.OfOne) BatchChecks::runPerEntry),
                Map.entry("batch-over-100", (Check.OfOne)
                        seen -> rejected(seen, seen.requestedConnections().size() > LARGEST)),
                Map.entry("batch-without-connection", (Check.OfOne) BatchChecks::withoutConnection),
                Map.entry("batch-empty-or-twice", (Check.OfOne) BatchChecks::emptyOrTwice),
                Map.entry("batch-without-body", (Check.OfOne) BatchChecks::withoutBody),
                Map.entry("batch-fields", (Check.OfOne) BatchChecks::fields),
                Map.entry("batch-statuses", (Check.OfOne) BatchChecks::statuses),
                Map.entry("batch-error", (Check.OfOne) BatchChecks::error));
    }

    private static boolean isBatch(Observation seen) {
        return seen.isSuccess()
                && (seen.calls(VendorOperation.REFRESH_BATCH) || seen.calls(VendorOperation.GET_REFRESH_BATCH_STATUS));
    }

    private static boolean isArray(Observation seen) {
        @Nullable JsonNode request = seen.request();
        return seen.calls(VendorOperation.REFRESH_BATCH) && request != null && request.isArray();
    }

    private static Finding rejected(Observation seen, boolean isInvalid) {
        return ErrorChecks.rejected(seen, seen.calls(VendorOperation.REFRESH_BATCH) && isInvalid);
    }

    private static Finding runPerEntry(Observation seen) {
        return Finding.when(
                isArray(seen) && seen.isSuccess(),
                !seen.body().path("batchRefreshId").asString("").isEmpty()
                        && seen.runs().stream()
                                .map(SeenRun::connectionId)
                                .toList()
                                .equals(seen.requestedConnections()));
    }

    private static Finding withoutConnection(Observation seen) {
        return rejected(seen, seen.requestedConnections().contains(""));
    }

    private static Finding emptyOrTwice(Observation seen) {
        List<String> entries = seen.requestedConnections();
        return rejected(seen, isArray(seen) && (entries.isEmpty() || new HashSet<>(entries).size() < entries.size()));
    }

    private static Finding withoutBody(Observation seen) {
        return rejected(seen, seen.request() != null && seen.request().isMissingNode());
    }

    private static Finding fields(Observation seen) {
        return Finding.when(
                isBatch(seen) && seen.calls(VendorOperation.GET_REFRESH_BATCH_STATUS),
                seen.body().path("batchRefreshId").isString()
                        && seen.body().path("childRefreshes").isArray()
                        && new SeenRun(seen.body()).statuses().isPresent());
    }

    private static Finding statuses(Observation seen) {
        List<SideStatuses> children = isBatch(seen)
                ? seen.runs().stream()
                        .map(SeenRun::statuses)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
        return Finding.when(
                !children.isEmpty() && children.size() == seen.runs().size(),
                new SeenRun(seen.body()).statuses().equals(Optional.of(SideStatuses.together(children))));
    }

    private static Finding error(Observation seen) {
        Optional<JsonNode> first = isBatch(seen)
                ? seen.runs().stream()
                        .map(run -> run.json().path("error"))
                        .filter(JsonNode::isString)
                        .findFirst()
                : Optional.empty();
        return first.map(error -> Finding.of(error.equals(seen.body().path("error"))))
                .orElse(Finding.NONE);
    }
}
