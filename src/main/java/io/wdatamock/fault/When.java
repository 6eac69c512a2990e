package io.wdatamock.fault;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When a fault strikes. */
public enum When {
    /** Before the operation, which then does not happen. */
    BEFORE,
    /** After the operation has taken effect; the client just is not told. */
    AFTER;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
