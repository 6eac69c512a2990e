package io.wdatamock.auth;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The bearer tokens that the server accepts. */
public enum AuthMode {
    /** Any token that is not empty. */
    ANY,
    /** Only tokens that the sandbox has issued and that have not expired by its clock. */
    ISSUED,
    /** No token is required. */
    OFF;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
