package io.wdatamock.client;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do. {@link WdataMockDsl} makes scripts without waiting; {@link #timed}, {@link #polled} and
 * {@link #manual} pace them otherwise.
 *
 * @param pacing absent: that of the sandbox's default script
 * @param error the error of the run once it is done; absent: a fitting sentence, if it fails
 * @param sourceMetadata what the source reports once it is final; absent: plausible facts, if it completes
 * @param destinationMetadata likewise for the destination
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

    /** A run with this outcome whose stages take no time. */
    public static Script of(Outcome outcome) {
        return new Script(outcome, Pacing.Timed.INSTANT, null, null, null);
    }

    /** The same with stages that last so long by the sandbox's clock, from 0 to 365 days each. */
    public Script timed(Duration queued, Duration source, Duration destination) {
        return paced(new Pacing.Timed(queued, source, destination));
    }

    /** The same with stages that are each shown by so many polls, from 1 to 1,000,000. */
    public Script polled(int reads) {
        return paced(new Pacing.Polled(reads));
    }

    /** The same moved by nothing but {@link ConnectionControl#advance()}. */
    public Script manual() {
        return paced(new Pacing.Manual());
    }

    /** The same paced like the sandbox's default script. */
    public Script pacedByDefault() {
        return paced(null);
    }

    /** The same with this error, once the run is done. */
    public Script error(String message) {
        return new Script(outcome, pacing, message, sourceMetadata, destinationMetadata);
    }

    /** The same with a source that reports this, once it is final. */
    public Script sourceMetadata(Map<String, ?> metadata) {
        return new Script(outcome, pacing, error, Maps.copy(metadata), destinationMetadata);
    }

    /** The same with a destination that reports this, once it is final. */
    public Script destinationMetadata(Map<String, ?> metadata) {
        return new Script(outcome, pacing, error, sourceMetadata, Maps.copy(metadata));
    }

    private Script paced(@Nullable Pacing other) {
        return new Script(outcome, other, error, sourceMetadata, destinationMetadata);
    }
}
