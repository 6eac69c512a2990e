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
        boolean isSame = before.equals(Optional.of(run.json().path("updated")));
        boolean isLater = known.flatMap(one -> one.newest().updated())
                .filter(updated -> updated.isBefore(run.updated().get()))
                .isPresent();
        return Finding.of(earlier.equals(run.statuses()) ? isSame : isLater);
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
        if (status == RunStatus.COMPLETE) {
            return Finding.of(!metadata.isEmpty());
        }
        return status.isFinal() || metadata.isEmpty() ? Finding.NONE : Finding.CONTRADICTED;
    }

    private static Finding newestRun(Observation seen, History before) {
        if (!seen.isSuccess() || !seen.calls(VendorOperation.GET_REFRESH_STATUS)) {
            return Finding.NONE;
        }
        String jobId = new SeenRun(seen.body()).jobId();
        if (seen.parameter(JOB_ID).isPresent()) {
            return Finding.of(seen.parameter(JOB_ID).get().equals(jobId));
        }
        Optional<ConnectionHistory> known = before.before(seen);
        boolean isKnown = known.flatMap(one -> one.run(jobId)).isPresent();
        return Finding.when(
                isKnown,
                known.flatMap(ConnectionHistory::newestRun)
                        .map(RunHistory::jobId)
                        .equals(Optional.of(jobId)));
    }

    private static Finding noRuns(Observation seen, History before) {
        boolean isConcerned = seen.calls(VendorOperation.GET_REFRESH_STATUS)
                && (seen.status() == 200 || seen.status() == NOT_FOUND)
                && before.before(seen)
                        .filter(ConnectionHistory::isShownWithoutRuns)
                        .isPresent();
        return Finding.when(isConcerned, seen.status() == NOT_FOUND);
    }
}
