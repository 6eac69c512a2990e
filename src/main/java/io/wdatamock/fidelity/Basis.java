package io.wdatamock.fidelity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How it is known that the real service behaves in some way. */
public enum Basis {
    /** The vendor's documents say so. */
    PUBLISHED,
    /** Public client code relies on it. */
    OBSERVED,
    /** It is a choice of ours. */
    ASSUMED;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
