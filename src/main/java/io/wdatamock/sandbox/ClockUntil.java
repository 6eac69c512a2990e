package io.wdatamock.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.wire.InvalidFieldException;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a run.
 *
 * @param connectionId the connection whose newest active run is meant, if there is no {@code jobId}
 * @param jobId the run
 * @param stage the stage that the run is to reach
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClockUntil(
        @Nullable String connectionId, @Nullable String jobId, Stage stage) {

    @SuppressWarnings("ConstantValue") // values read from JSON may be null
    public ClockUntil {
        if (connectionId == null && jobId == null) {
            throw new InvalidFieldException("", "names no run, but must have connectionId or jobId");
        }
        if (stage == null) {
            throw new InvalidFieldException("stage", "is missing, but must be queued, source, destination or done");
        }
    }
}
