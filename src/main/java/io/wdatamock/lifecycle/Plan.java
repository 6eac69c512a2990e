package io.wdatamock.lifecycle;

import java.time.Duration;
import java.util.Optional;

/** The course that a run is set on when it starts: how it ends, and what moves it there. */
public record Plan(Outcome outcome, Pacing pacing) {

    /** Cancelled on both sides before anything begins. */
    public static final Plan CANCELLED = new Plan(Outcome.CANCEL_SOURCE, Pacing.Timed.INSTANT);

    /** How long {@code stage} lasts by the clock; empty if time does not end it. */
    Optional<Duration> length(Stage stage) {
        if (outcome.stallsIn(stage)) {
            return Optional.empty();
        }
        return outcome.endsAtOnce() && stage == Stage.QUEUED ? Optional.of(Duration.ZERO) : pacing.length(stage);
    }

    /** Whether {@code stage}, shown {@code reads} times, gives way to the next one. */
    boolean endsAfter(Stage stage, int reads) {
        return stage != Stage.DONE && !outcome.stallsIn(stage) && pacing.endsAfter(reads);
    }
}
