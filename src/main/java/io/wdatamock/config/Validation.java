package io.wdatamock.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How strictly requests are validated. */
public enum Validation {
    /** Deviations that occur in the vendor's samples and public clients are accepted and noted. */
    LENIENT,
    /** Deviations are rejected with 400. */
    STRICT;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
