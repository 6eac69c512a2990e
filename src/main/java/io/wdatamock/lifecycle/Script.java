package io.wdatamock.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.memory.Sizes;
import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.JsonObject;
import io.wdatamock.wire.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do: its outcome, and what paces it.
 *
 * @param pacing absent: that of the sandbox's default script
 * @param error the run's error once it is done, however it ends; absent: a fitting sentence, if it fails
 * @param sourceMetadata what the source reports once it is final; absent: plausible facts, if it completes
 * @param destinationMetadata likewise for the destination
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Script(
        Outcome outcome,
        @Nullable Pacing pacing,
        @Nullable String error,
        @Nullable JsonObject sourceMetadata,
        @Nullable JsonObject destinationMetadata) {

    /** Succeeds in two and a quarter seconds. */
    public static final Script DEFAULT = new Script(Outcome.SUCCEED, Pacing.Timed.DEFAULT);

    /** The script, its pacing and its place in a list. */
    private static final long OVERHEAD = 160;

    public Script(Outcome outcome, @Nullable Pacing pacing) {
        this(outcome, pacing, null, null, null);
    }

    @SuppressWarnings("ConstantValue") // what is read from JSON may lack anything
    public Script {
        if (outcome == null) {
            throw new InvalidFieldException("outcome", "is missing; a script needs one");
        }
        Limits.requireField("error", error, Limits.TEXT);
    }

    /** About how many bytes of memory it takes. */
    public long size() {
        return OVERHEAD + Sizes.of(error) + size(sourceMetadata) + size(destinationMetadata);
    }

    private static long size(@Nullable JsonObject metadata) {
        return metadata == null ? 0 : Sizes.exactly(metadata.text());
    }

    /** The course this script sets a run on; without a pacing of its own it takes that of {@code defaults}. */
    public Plan plan(Script defaults) {
        Pacing own = pacedLike(defaults).pacing;
        return new Plan(outcome, own == null ? Pacing.Timed.DEFAULT : own);
    }

    /** This script with its own pacing, or else that of {@code defaults}. */
    public Script pacedLike(Script defaults) {
        return pacing != null ? this : new Script(outcome, defaults.pacing, error, sourceMetadata, destinationMetadata);
    }

    /** This script with another outcome. */
    public Script withOutcome(Outcome other) {
        return new Script(other, pacing, error, sourceMetadata, destinationMetadata);
    }
}
