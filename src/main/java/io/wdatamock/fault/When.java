package io.wdatamock.fault;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When a fault applies. */
public enum When {
    /** Before the operation. An error then prevents the operation. */
    BEFORE,
    /** After the operation, which has taken effect although the client does not see its response. */
    AFTER;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
