package io.wdatamock.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How exact a request must be. */
public enum Validation {
    /** What the vendor's own samples get away with passes, and is noted. */
    LENIENT,
    /** The same is refused with 400. */
    STRICT;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
