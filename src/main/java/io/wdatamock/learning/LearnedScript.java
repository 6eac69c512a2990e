package io.wdatamock.learning;

import io.wdatamock.lifecycle.Outcome;
import io.wdatamock.lifecycle.Pacing;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.lifecycle.SideStatuses;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.observation.RunHistory;
import io.wdatamock.observation.RunHistory.Sight;
import io.wdatamock.observation.SeenRun;
import io.wdatamock.wire.JsonObject;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives the script of a run from what clients saw of it. */
final class LearnedScript {

    /** The longest stage that a script may have. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Instant start;
    private final List<Sight> sights;

    /** When each stage ended, from the start of the run. */
    private final Map<Stage, Duration> ends = new EnumMap<>(Stage.class);

    private LearnedScript(RunHistory run) {
        this.sights = run.sights();
        this.start = run.startedAt().orElse(sights.get(0).first());
    }

    /** Returns the script of a run that was seen at least once. */
    static Script of(RunHistory run, Pseudonyms pseudonyms) {
        if (run.sights().isEmpty()) {
            return Script.DEFAULT;
        }
        LearnedScript learned = new LearnedScript(run);
        SideStatuses end = run.sights().get(run.sights().size() - 1).statuses();
        SeenRun newest = run.newest();
        String error = newest.json().path("error").asString("");
        return new Script(
                learned.outcome(end),
                learned.pacing(end),
                error.isEmpty() || error.length() > Limits.TEXT ? null : pseudonyms.error(error),
                metadata(newest, "sourceMetadata", end.source(), pseudonyms),
                metadata(newest, "destinationMetadata", end.destination(), pseudonyms));
    }

    private static @Nullable JsonObject metadata(SeenRun run, String name, RunStatus status, Pseudonyms pseudonyms) {
        boolean isKnown = status.isFinal() && run.json().path(name).isObject();
        return isKnown ? pseudonyms.metadata(run.json().path(name)) : null;
    }

    private Outcome outcome(SideStatuses end) {
        if (stage(end) == Stage.DONE) {
            return finalOutcome(end);
        }
        return switch (stage(end)) {
            case SOURCE -> Outcome.STALL_SOURCE;
            case DESTINATION -> Outcome.STALL_DESTINATION;
            default -> Outcome.SUCCEED; // it stays in the queue
        };
    }

    private Outcome finalOutcome(SideStatuses end) {
        boolean isDoneAtOnce = sights.size() == 1 && sights.get(0).first().equals(start);
        return switch (end.source()) {
            case ERROR -> isDoneAtOnce ? Outcome.FAIL_INITIATION : Outcome.FAIL_SOURCE;
            case CANCELLED -> Outcome.CANCEL_SOURCE;
            default ->
                switch (end.destination()) {
                    case ERROR -> Outcome.FAIL_DESTINATION;
                    case CANCELLED -> Outcome.CANCEL_DESTINATION;
                    default -> Outcome.SUCCEED;
                };
        };
    }

    private Pacing pacing(SideStatuses end) {
        if (stage(end) == Stage.QUEUED) {
            return new Pacing.Manual();
        }
        endBefore(stage(sights.get(0).statuses()), Stage.QUEUED, Duration.ZERO);
        for (int i = 1; i < sights.size(); i++) {
            Sight before = sights.get(i - 1);
            Sight after = sights.get(i);
            endBefore(stage(after.statuses()), stage(before.statuses()), transition(before, after));
        }
        Duration queued = end(Stage.QUEUED, Duration.ZERO);
        Duration source = end(Stage.SOURCE, queued);
        Duration destination = end(Stage.DESTINATION, source);
        return new Pacing.Timed(limited(queued), limited(source.minus(queued)), limited(destination.minus(source)));
    }

    private static Duration limited(Duration stage) {
        return stage.compareTo(LONGEST) > 0 ? LONGEST : stage;
    }

    private Duration end(Stage stage, Duration atLeast) {
        Duration end = ends.getOrDefault(stage, atLeast);
        return end.compareTo(atLeast) < 0 ? atLeast : end;
    }

    /** Ends the stages from {@code first} to the one before {@code next}. */
    private void endBefore(Stage next, Stage first, Duration at) {
        for (Stage stage : Stage.values()) {
            if (stage.compareTo(first) >= 0 && stage.compareTo(next) < 0) {
                ends.put(stage, at);
            }
        }
    }

    /**
     * Returns when the statuses changed, between two polls: the time that the service reports if it is in between,
     * otherwise the middle.
     */
    private Duration transition(Sight before, Sight after) {
        Duration earliest = Duration.between(start, before.last());
        Duration latest = Duration.between(start, after.first());
        Duration reported = after.sinceStart();
        if (reported != null && reported.compareTo(earliest) > 0 && reported.compareTo(latest) <= 0) {
            return reported;
        }
        return earliest.plus(latest.minus(earliest).plusMillis(1).dividedBy(2));
    }

    private static Stage stage(SideStatuses statuses) {
        if (statuses.areFinal()) {
            return Stage.DONE;
        }
        return switch (statuses.source()) {
            case NOT_STARTED -> Stage.QUEUED;
            case RUNNING -> Stage.SOURCE;
            default -> Stage.DESTINATION;
        };
    }
}
