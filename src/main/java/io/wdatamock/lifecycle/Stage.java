package io.wdatamock.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a run has come: it passes these in order, and its outcome may leave some out. */
public enum Stage {
    /** Nothing has begun. */
    QUEUED,
    /** The source is read. */
    SOURCE,
    /** The destination is written. */
    DESTINATION,
    /** Both sides are final. */
    DONE;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
