package io.wdatamock.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The stages of a run, in order. An outcome may skip some. */
public enum Stage {
    /** Neither side has started. */
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
