package io.wdatamock.memory;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How many bytes of memory values take, estimated from above. */
public final class Sizes {

    /** A string and its array: two headers, a length, fields and padding. */
    private static final long STRING = 56;

    /** A reference in a collection. */
    private static final long REFERENCE = 8;

    private static final char LAST_LATIN1 = 0xFF;

    private Sizes() {}

    /** A text, at two bytes a character. */
    public static long of(@Nullable String text) {
        return text == null ? 0 : STRING + 2L * text.length();
    }

    /** Texts and the list of them. */
    public static long of(Collection<String> texts) {
        long size = 0;
        for (String text : texts) {
            size += REFERENCE + of(text);
        }
        return size;
    }

    /** A text, at as many bytes a character as it has; reads it to the end, so it is for long texts that are kept. */
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
