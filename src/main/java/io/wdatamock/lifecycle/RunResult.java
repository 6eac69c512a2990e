package io.wdatamock.lifecycle;

import io.wdatamock.wire.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to tell when it is over, known from its start.
 *
 * @param error shown once the run is done
 * @param sourceMetadata shown once the source is final
 * @param destinationMetadata shown once the destination is final
 */
public record RunResult(@Nullable String error, JsonObject sourceMetadata, JsonObject destinationMetadata) {

    /** Nothing to tell. */
    public static final RunResult SILENT = new RunResult(null, JsonObject.EMPTY, JsonObject.EMPTY);
}
