package io.wdatamock.lifecycle;

import io.wdatamock.wire.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a run reports at its end, determined at its start.
 *
 * @param error reported once the run is final
 * @param sourceMetadata reported once the source is final
 * @param destinationMetadata reported once the destination is final
 */
public record RunResult(@Nullable String error, JsonObject sourceMetadata, JsonObject destinationMetadata) {

    /** No error and no metadata. */
    public static final RunResult EMPTY = new RunResult(null, JsonObject.EMPTY, JsonObject.EMPTY);
}
