package io.wdatamock.web.redaction;

import io.wdatamock.journal.Entry;

/**
 * Redacts the values of secret members in a text with JSON. The rest is unchanged. The text may be truncated JSON or a
 * sentence that quotes JSON.
 */
final class SecretMembers {

    private static final String REDACTED = '"' + Entry.REDACTED + '"';

    /** The maximum depth of JSON within JSON strings. */
    private static final int MAX_LAYERS = 3;

    private final String text;
    private final SecretNames names;
    private final int layer;
    private final StringBuilder redacted = new StringBuilder();
    private int copied;
    private int at;

    private SecretMembers(String text, SecretNames names, int layer) {
        this.text = text;
        this.names = names;
        this.layer = layer;
    }

    /** Returns the text with the values of these members redacted. */
    static String redact(String text, SecretNames names) {
        return new SecretMembers(text, names, 0).redact();
    }

    private String redact() {
        for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', at)) {
            int end = endOfString(quote);
            int next = skipSpace(end);
            at = end;
            if (next < text.length() && text.charAt(next) == ':') {
                member(quote, end, skipSpace(next + 1));
            } else {
                jsonInString(quote, end);
            }
        }
        return copied == 0 ? text : redacted.append(text, copied, text.length()).toString();
    }

    private void member(int quote, int end, int value) {
        int endOfName = Math.max(quote + 1, end - 1);
        boolean isSecret = hasEscape(quote, end)
                ? names.contain(unescape(text.substring(quote + 1, endOfName)))
                : names.contain(text, quote + 1, endOfName);
        if (isSecret) {
            replace(value, endOfValue(value), REDACTED);
        }
    }

    private void jsonInString(int quote, int end) {
        if (layer < MAX_LAYERS && hasEscape(quote, end)) {
            String inside = unescape(text.substring(quote + 1, Math.max(quote + 1, end - 1)));
            String without = new SecretMembers(inside, names, layer + 1).redact();
            if (!without.equals(inside)) {
                replace(quote, end, '"' + without.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
            }
        }
    }

    private boolean hasEscape(int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) != '\\') {
            i++;
        }
        return i < to;
    }

    private void replace(int from, int to, String by) {
        redacted.append(text, copied, from).append(by);
        copied = to;
        at = to;
    }

    private int endOfValue(int from) {
        if (from >= text.length()) {
            return text.length();
        }
        return switch (text.charAt(from)) {
            case '"' -> endOfString(from);
            case '{', '[' -> endOfNested(from);
            default -> endOfScalar(from);
        };
    }

    private int endOfNested(int from) {
        int depth = 0;
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(i);
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            i++;
            if (depth == 0) {
                return i;
            }
        }
        return i;
    }

    private int endOfScalar(int from) {
        int i = from;
        while (i < text.length() && ",}]\"".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    /** Returns the index after the string that begins with this quote. */
    private int endOfString(int quote) {
        int i = quote + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, text.length());
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static String unescape(String string) {
        if (string.indexOf('\\') < 0) {
            return string;
        }
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < string.length()) {
            char c = string.charAt(at);
            boolean isEscape = c == '\\' && at + 1 < string.length();
            char escaped = isEscape ? string.charAt(at + 1) : c;
            int code = isEscape && escaped == 'u' ? hex(string, at + 2) : -1;
            if (code >= 0) {
                plain.append((char) code);
                at += 6;
            } else {
                int control = isEscape ? "bfnrt".indexOf(escaped) : -1;
                plain.append(control < 0 ? escaped : "\b\f\n\r\t".charAt(control));
                at += isEscape ? 2 : 1;
            }
        }
        return plain.toString();
    }

    private static int hex(String string, int from) {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < string.length() ? Character.digit(string.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = 16 * code + digit;
        }
        return code;
    }
}
