package io.wdatamock.fidelity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the behaviour of the real service is known. */
public enum Basis {
    /** The vendor's documentation describes it. */
    PUBLISHED,
    /** Public client code relies on it. */
    OBSERVED,
    /** Chosen by this project. */
    ASSUMED;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
