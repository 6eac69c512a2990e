package io.wdatamock.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which requests share one rate limit. */
public enum RateLimitScope {
    /** The requests for one operation in one workspace, as the vendor counts. */
    OPERATION,
    /** All requests to a sandbox. */
    SANDBOX;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
