package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an expectation was met. */
public enum Verdict {
    SATISFIED,
    VIOLATED,
    /** It depends on bodies that are not kept, were not read, are redacted or not compared. */
    UNKNOWN;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
