package io.wdatamock.memory;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Estimates the memory of values in bytes, as an upper bound. */
public final class Sizes {

    /** A string and its array: two headers, a length, fields and padding. */
    private static final long STRING = 56;

    /** A reference in a collection. */
    private static final long REFERENCE = 8;

    private static final char LAST_LATIN1 = 0xFF;

    private Sizes() {}

    /** Returns the memory of a text at two bytes per character. */
    public static long of(@Nullable String text) {
        return text == null ? 0 : STRING + 2L * text.length();
    }

    /** Returns the memory of a list of texts. */
    public static long of(Collection<String> texts) {
        long size = 0;
        for (String text : texts) {
            size += REFERENCE + of(text);
        }
        return size;
    }

    /** Returns the memory of a text at its actual bytes per character. Reads it to the end. */
    public static long exactly(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_LATIN1) {
                return of(text);
            }
        }
        return STRING + text.length();
    }
}
