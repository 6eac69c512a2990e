package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an expectation was met. */
public enum Verdict {
    SATISFIED,
    VIOLATED,
    /** It depends on requests whose bodies are not kept any longer. */
    UNKNOWN;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
