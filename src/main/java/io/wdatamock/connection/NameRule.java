package io.wdatamock.connection;

import java.util.regex.Pattern;

/** The rule for names in paths: connection IDs and sandbox names. */
public final class NameRule {

    /** The rule as the end of an error message. */
    public static final String RULE = "1 to 64 of letters, digits, '.', '_' and '-', the first a letter or digit";

    /** The rule as a regular expression of JSON Schema. */
    public static final String EXPRESSION = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private NameRule() {}

    public static boolean permits(String name) {
        return PATTERN.matcher(name).matches();
    }
}
