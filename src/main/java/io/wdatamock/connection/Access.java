package io.wdatamock.connection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The operations that the mock permits on a connection. */
public enum Access {
    /** All operations. */
    OPEN,
    /** Only the list; get, status and refresh return 403. */
    FORBIDDEN,
    /** All operations except a refresh, which returns 423. */
    LOCKED,
    /** All operations, but the destination is not writable. */
    UNWRITABLE;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
