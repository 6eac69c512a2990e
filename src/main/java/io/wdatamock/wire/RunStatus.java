package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where one side of a run stands. */
public enum RunStatus {
    NOT_STARTED,
    RUNNING,
    COMPLETE,
    ERROR,
    CANCELLED;

    /** Whether a side in this status stays in it. */
    public boolean isFinal() {
        return this != NOT_STARTED && this != RUNNING;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
