package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The result of a verification. */
public enum Verdict {
    SATISFIED,
    VIOLATED,
    /** The result depends on bodies that are not stored, not read, redacted or not compared. */
    UNKNOWN;

    /** Returns the verdict on two conditions that must both be met. */
    Verdict and(Verdict other) {
        if (this == VIOLATED || other == VIOLATED) {
            return VIOLATED;
        }
        return this == SATISFIED ? other : this;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
