package io.wdatamock.time;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The modes of a clock. */
public enum ClockMode {
    /** Runs at the speed of real time or a multiple of it. */
    RUNNING,
    /** Stands still. */
    FROZEN;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
