package io.wdatamock.refresh;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of a refresh while a run of the same connection is active. */
public enum Overlap {
    /** It is refused with 409. */
    REJECT,
    /** It starts another run. */
    ALLOW;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
