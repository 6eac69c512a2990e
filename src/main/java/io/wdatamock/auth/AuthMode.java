package io.wdatamock.auth;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which bearer tokens are good enough. */
public enum AuthMode {
    /** Any token that is not empty. */
    ANY,
    /** Only tokens that the sandbox has issued and that have not expired by its clock. */
    ISSUED,
    /** No token is asked for. */
    OFF;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
