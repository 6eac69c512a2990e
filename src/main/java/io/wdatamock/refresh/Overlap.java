package io.wdatamock.refresh;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a refresh is handled while a run of the same connection is active. */
public enum Overlap {
    /** The refresh is rejected with 409. */
    REJECT,
    /** The refresh starts another run. */
    ALLOW;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
