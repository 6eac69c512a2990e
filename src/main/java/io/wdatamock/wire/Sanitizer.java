package io.wdatamock.wire;

import java.nio.charset.StandardCharsets;

/** Makes a client's value safe for a message or a header: short, on one line, and well-formed. */
public final class Sanitizer {

    private static final int LONGEST = 80;

    private Sanitizer() {}

    /** Returns the value in double quotes, cut after 80 characters. */
    public static String quote(Object value) {
        return '"' + clean(value) + '"';
    }

    /** Returns the value without quotes, cut after 80 characters. */
    public static String clean(Object value) {
        String text = value.toString();
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        String wellFormed = new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return wellFormed.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\uFFFD");
    }
}
