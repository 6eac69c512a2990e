package io.wdatamock.connection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the mock lets a client do with a connection. */
public enum Access {
    /** Everything. */
    OPEN,
    /** Only to see it in the list; get, status and refresh answer 403. */
    FORBIDDEN,
    /** To look, but not to refresh: 423. */
    LOCKED,
    /** Everything, but its destination takes no data. */
    UNWRITABLE;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
