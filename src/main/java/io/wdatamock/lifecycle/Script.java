package io.wdatamock.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.memory.Sizes;
import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.JsonObject;
import io.wdatamock.wire.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The scripted behaviour of a run: its outcome and its pacing.
 *
 * @param pacing null: the pacing of the sandbox's default script
 * @param error the error of the run at its end, with any outcome; null: a plausible message if the run fails
 * @param sourceMetadata the metadata that the source reports once it is final; null: plausible values if it
 *     completes
 * @param destinationMetadata the metadata that the destination reports once it is final; null: plausible values if
 *     it completes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Script(
        Outcome outcome,
        @Nullable Pacing pacing,
        @Nullable String error,
        @Nullable JsonObject sourceMetadata,
        @Nullable JsonObject destinationMetadata) {

    /** Succeeds after 2.25 seconds. */
    public static final Script DEFAULT = new Script(Outcome.SUCCEED, Pacing.Timed.DEFAULT);

    /** The memory of a script, its pacing, and its entry in a list, in bytes. */
    private static final long OVERHEAD = 160;

    public Script(Outcome outcome, @Nullable Pacing pacing) {
        this(outcome, pacing, null, null, null);
    }

    @SuppressWarnings("ConstantValue") // values read from JSON may be null
    public Script {
        if (outcome == null) {
            throw new InvalidFieldException("outcome", "is missing; a script needs one");
        }
        Limits.requireField("error", error, Limits.TEXT);
    }

    /** Returns the estimated memory in bytes. */
    public long size() {
        return OVERHEAD + Sizes.of(error) + size(sourceMetadata) + size(destinationMetadata);
    }

    private static long size(@Nullable JsonObject metadata) {
        return metadata == null ? 0 : Sizes.exactly(metadata.text());
    }

    /** Returns the plan of a run with this script; a missing pacing is taken from {@code defaults}. */
    public Plan plan(Script defaults) {
        Pacing own = pacedLike(defaults).pacing;
        return new Plan(outcome, own == null ? Pacing.Timed.DEFAULT : own);
    }

    /** Returns this script with its own pacing, or that of {@code defaults}. */
    public Script pacedLike(Script defaults) {
        return pacing != null ? this : new Script(outcome, defaults.pacing, error, sourceMetadata, destinationMetadata);
    }

    /** Returns this script with another outcome. */
    public Script withOutcome(Outcome other) {
        return new Script(other, pacing, error, sourceMetadata, destinationMetadata);
    }
}
