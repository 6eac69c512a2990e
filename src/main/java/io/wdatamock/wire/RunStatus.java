package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The status of the source or the destination of a run. */
public enum RunStatus {
    NOT_STARTED,
    RUNNING,
    COMPLETE,
    ERROR,
    CANCELLED;

    /** Whether the status does not change any more. */
    public boolean isFinal() {
        return this != NOT_STARTED && this != RUNNING;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
