package io.wdatamock.fidelity;

import io.wdatamock.lifecycle.SideStatuses;
import io.wdatamock.observation.ConnectionHistory;
import io.wdatamock.observation.History;
import io.wdatamock.observation.Observation;
import io.wdatamock.observation.RunHistory;
import io.wdatamock.observation.SeenRun;
import io.wdatamock.wire.RunStatus;
import io.wdatamock.wire.VendorOperation;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Checks of the statuses of runs. */
final class RunChecks {

    private static final int NOT_FOUND = 404;
    private static final String JOB_ID = "jobId";

    private RunChecks() {}

    static Map<String, Check> all() {
        return Map.ofEntries(
                Map.entry(
                        "status-values",
                        each((run, known) -> Finding.of(run.statuses().isPresent()))),
                Map.entry("source-before-destination", each(RunChecks::sourceBeforeDestination)),
                Map.entry("failed-source-cancels", each(RunChecks::failedSourceCancels)),
                Map.entry("updated-last-change", each(RunChecks::updatedIsLastChange)),
                Map.entry("error-after-failure", each(RunChecks::errorAfterFailure)),
                Map.entry("metadata-when-complete", each(RunChecks::metadataWhenComplete)),
                Map.entry("newest-run", RunChecks::newestRun),
                Map.entry("no-runs", RunChecks::noRuns));
    }

    private static Check each(BiFunction<SeenRun, Optional<RunHistory>, Finding> check) {
        return (seen, before) -> seen.allRuns().stream()
                .map(run -> check.apply(
                        run, before.before(seen, run.connectionId()).flatMap(known -> known.run(run.jobId()))))
                .reduce(Finding.NONE, Finding::and);
    }

    private static Finding sourceBeforeDestination(SeenRun run, Optional<RunHistory> known) {
        return run.statuses()
                .map(now -> Finding.of(isInOrder(now)
                        && known.flatMap(RunHistory::statuses)
                                .map(earlier -> follows(now, earlier))
                                .orElse(true)))
                .orElse(Finding.NONE);
    }

    private static boolean isInOrder(SideStatuses now) {
        return now.source().isFinal() || now.destination() == RunStatus.NOT_STARTED;
    }

    private static boolean follows(SideStatuses now, SideStatuses earlier) {
        return follows(now.source(), earlier.source()) && follows(now.destination(), earlier.destination());
    }

    private static boolean follows(RunStatus now, RunStatus earlier) {
        return earlier.isFinal() ? now == earlier : earlier == RunStatus.NOT_STARTED || now != RunStatus.NOT_STARTED;
    }

    private static Finding failedSourceCancels(SeenRun run, Optional<RunHistory> known) {
        SideStatuses now = run.statuses().orElse(null);
        if (now == null) {
            return Finding.NONE;
        }
        boolean isSourceLost = now.source() == RunStatus.ERROR || now.source() == RunStatus.CANCELLED;
        boolean isDestinationFailed = now.destination() == RunStatus.ERROR;
        return isSourceLost
                ? Finding.of(now.destination() == RunStatus.CANCELLED)
                : Finding.when(isDestinationFailed, now.source() == RunStatus.COMPLETE);
    }

    private static Finding updatedIsLastChange(SeenRun run, Optional<RunHistory> known) {
        Optional<SideStatuses> earlier = known.flatMap(RunHistory::statuses);
        Optional<JsonNode> before =
                known.map(RunHistory::newest).map(newest -> newest.json().path("updated"));
        if (earlier.isEmpty() || run.statuses().isEmpty() || run.updated().isEmpty()) {
            return Finding.NONE;
        }
        if (earlier.equals(run.statuses())) {
            return Finding.of(before.equals(Optional.of(run.json().path("updated"))));
        }
        int order = known.flatMap(one -> one.newest().updated())
                .map(updated -> updated.compareTo(run.updated().get()))
                .orElse(0);
        return Finding.when(order != 0, order < 0);
    }

    private static Finding errorAfterFailure(SeenRun run, Optional<RunHistory> known) {
        JsonNode error = run.json().path("error");
        boolean hasError = !error.isMissingNode() && !error.isNull();
        return Finding.when(hasError && run.statuses().isPresent(), run.isFinal() && error.isString() && isFailed(run));
    }

    private static boolean isFailed(SeenRun run) {
        return run.statuses()
                .filter(statuses -> !statuses.equals(new SideStatuses(RunStatus.COMPLETE, RunStatus.COMPLETE)))
                .isPresent();
    }

    private static Finding metadataWhenComplete(SeenRun run, Optional<RunHistory> known) {
        return run.statuses()
                .map(now -> metadata(run.json().path("sourceMetadata"), now.source())
                        .and(metadata(run.json().path("destinationMetadata"), now.destination())))
                .orElse(Finding.NONE);
    }

    private static Finding metadata(JsonNode metadata, RunStatus status) {
        if (metadata.isEmpty()) {
            return Finding.NONE;
        }
        return status == RunStatus.COMPLETE
                ? Finding.CONFIRMED
                : status.isFinal() ? Finding.NONE : Finding.CONTRADICTED;
    }

    private static Finding newestRun(Observation seen, History before) {
        if (!seen.isSuccess() || !seen.calls(VendorOperation.GET_REFRESH_STATUS)) {
            return Finding.NONE;
        }
        String jobId = new SeenRun(seen.body()).jobId();
        if (seen.parameter(JOB_ID).isPresent()) {
            return Finding.of(seen.parameter(JOB_ID).get().equals(jobId));
        }
        return before.before(seen)
                .filter(known -> !known.hasForeignRuns())
                .map(known -> isNewest(new SeenRun(seen.body()), known))
                .orElse(Finding.NONE);
    }

    /** A run contradicts if another one started later. The order of runs that started at the same time is unknown. */
    private static Finding isNewest(SeenRun run, ConnectionHistory known) {
        boolean isOlder = run.created()
                .filter(start -> known.runs().stream()
                        .map(other -> other.newest().created())
                        .flatMap(Optional::stream)
                        .anyMatch(start::isBefore))
                .isPresent();
        boolean isNewest = known.newestRun().map(RunHistory::jobId).equals(Optional.of(run.jobId()));
        return isOlder ? Finding.CONTRADICTED : Finding.confirmedIf(isNewest);
    }

    private static Finding noRuns(Observation seen, History before) {
        return Finding.confirmedIf(seen.calls(VendorOperation.GET_REFRESH_STATUS)
                && seen.status() == NOT_FOUND
                && before.before(seen)
                        .filter(ConnectionHistory::isShownWithoutRuns)
                        .isPresent());
    }
}
