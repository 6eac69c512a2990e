package io.wdatamock.wire;

import java.nio.charset.StandardCharsets;

/** A client's value as it may appear in a message or a header: short, on one line, and well-formed. */
public final class Sanitizer {

    private static final int LONGEST = 80;

    private Sanitizer() {}

    /** The value in double quotes, cut after 80 characters. */
    public static String of(Object value) {
        return '"' + plain(value) + '"';
    }

    /** The same without the quotes, for JSON that is quoted as it is. */
    public static String plain(Object value) {
        String text = value.toString();
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        String wellFormed = new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return wellFormed.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\uFFFD");
    }
}
