package io.wdatamock.lifecycle;

import java.time.Duration;
import java.util.Optional;

/** The plan of a run, fixed at its start: how it ends, and what moves it. */
public record Plan(Outcome outcome, Pacing pacing) {

    /** Cancels both sides before the first stage. */
    public static final Plan CANCELLED = new Plan(Outcome.CANCEL_SOURCE, Pacing.Timed.INSTANT);

    /** Returns the duration of {@code stage}; empty if time does not end it. */
    Optional<Duration> length(Stage stage) {
        if (outcome.stallsIn(stage)) {
            return Optional.empty();
        }
        return outcome.endsAtOnce() && stage == Stage.QUEUED ? Optional.of(Duration.ZERO) : pacing.length(stage);
    }

    /** Whether {@code stage} ends after {@code reads} reads of the status. */
    boolean endsAfter(Stage stage, int reads) {
        return stage != Stage.DONE && !outcome.stallsIn(stage) && pacing.endsAfter(reads);
    }
}
