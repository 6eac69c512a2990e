package io.wdatamock.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The maximum lengths of texts that clients send and the server stores. The server's own IDs have at most 64
 * characters.
 */
public final class Limits {

    /** The maximum number of characters of an ID. */
    public static final int ID = 256;

    /** The maximum number of characters of a name, a description, an error or a message. */
    public static final int TEXT = 4096;

    /** The maximum number of characters of a client ID, a client secret and a scope. */
    public static final int CREDENTIAL = 1024;

    private Limits() {}

    /** Rejects an ID of more than {@value #ID} characters with 400. */
    public static void requireId(String target, @Nullable String id) {
        if (isTooLong(id, ID)) {
            throw ApiException.badRequest(target, target + " " + complaint(id, ID));
        }
    }

    /** Throws {@link InvalidFieldException} for a field of more characters than {@code most}. */
    public static void requireField(String field, @Nullable String text, int most) {
        if (isTooLong(text, most)) {
            throw new InvalidFieldException(field, complaint(text, most));
        }
    }

    public static boolean isTooLong(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    /** Returns the complaint about a text that is too long: {@code was "x…", but must have at most …}. */
    public static String complaint(@Nullable String text, int most) {
        String given = String.valueOf(text);
        return "was %s of %d characters, but must have at most %d; shorten it"
                .formatted(Sanitizer.quote(given), given.length(), most);
    }

    /** Returns the first {@code most} IDs that are not too long. */
    public static List<String> firstIds(List<String> ids, int most) {
        boolean allCount = ids.size() <= most && ids.stream().noneMatch(id -> isTooLong(id, ID));
        return allCount
                ? List.copyOf(ids)
                : ids.stream().filter(id -> !isTooLong(id, ID)).limit(most).toList();
    }
}
