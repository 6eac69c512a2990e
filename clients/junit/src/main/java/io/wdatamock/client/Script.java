package io.wdatamock.client;

import io.wdatamock.lifecycle.Outcome;
import io.wdatamock.lifecycle.Pacing;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome and the pacing of a run. The scripts of {@link WdataMockDsl} take no time; {@link #timed}, {@link
 * #polled} and {@link #manual} change their pacing.
 *
 * @param pacing null for the pacing of the sandbox's default script
 * @param error the error of the run once it is done; null for a default, if the run fails
 * @param sourceMetadata the metadata of the source once it is final; null for plausible values, if it completes
 * @param destinationMetadata the same for the destination
 */
public record Script(
        Outcome outcome,
        @Nullable Pacing pacing,
        @Nullable String error,
        @Nullable Map<String, @Nullable Object> sourceMetadata,
        @Nullable Map<String, @Nullable Object> destinationMetadata) {

    public Script {
        sourceMetadata = Maps.copyIfAny(sourceMetadata);
        destinationMetadata = Maps.copyIfAny(destinationMetadata);
    }

    /** A run with this outcome, whose stages take no time. */
    public static Script of(Outcome outcome) {
        return new Script(outcome, Pacing.Timed.INSTANT, null, null, null);
    }

    /** Sets the duration of each stage by the sandbox's clock, from 0 to 365 days. */
    public Script timed(Duration queued, Duration source, Duration destination) {
        return paced(new Pacing.Timed(queued, source, destination));
    }

    /** Sets the number of polls that show each stage, from 1 to 1,000,000. */
    public Script polled(int reads) {
        return paced(new Pacing.Polled(reads));
    }

    /** Leaves each stage only by {@link ConnectionControl#advance()}. */
    public Script manual() {
        return paced(new Pacing.Manual());
    }

    /** Uses the pacing of the sandbox's default script. */
    public Script pacedByDefault() {
        return paced(null);
    }

    /** Sets the error of the run once it is done. */
    public Script error(String message) {
        return new Script(outcome, pacing, message, sourceMetadata, destinationMetadata);
    }

    /** Sets the metadata of the source once it is final. */
    public Script sourceMetadata(Map<String, ?> metadata) {
        return new Script(outcome, pacing, error, Maps.copy(metadata), destinationMetadata);
    }

    /** Sets the metadata of the destination once it is final. */
    public Script destinationMetadata(Map<String, ?> metadata) {
        return new Script(outcome, pacing, error, sourceMetadata, Maps.copy(metadata));
    }

    private Script paced(@Nullable Pacing other) {
        return new Script(outcome, other, error, sourceMetadata, destinationMetadata);
    }
}
