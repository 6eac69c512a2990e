package io.wdatamock.wire;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Copies a part of a valid JSON document in the form that a generator writes: without white space and with the same
 * escapes. Unlike the parser, it does not hold each string in memory as a whole.
 */
final class JsonCopy {

    private static final int BUFFER = 8 << 10;

    /** The form in which a generator writes each ASCII character of a string. */
    private static final String[] ESCAPED = new String[128];

    static {
        JsonFactory plain = new JsonFactory();
        for (int c = 0; c < ESCAPED.length; c++) {
            StringWriter text = new StringWriter();
            try (JsonGenerator generator = plain.createGenerator(ObjectWriteContext.empty(), text)) {
                generator.writeString(String.valueOf((char) c));
            }
            ESCAPED[c] = text.toString().substring(1, text.getBuffer().length() - 1);
        }
    }

    private final Reader source;
    private final char[] buffer = new char[BUFFER];
    private long left;
    private int position;
    private int limit;

    private JsonCopy(Reader source, long length) {
        this.source = source;
        this.left = length;
    }

    /** Copies the characters from {@code start} (inclusive) to {@code end} (exclusive). */
    static void copy(JsonSource document, long start, long end, Writer target) {
        try (Reader reader = document.reader()) {
            reader.skip(start);
            new JsonCopy(reader, end - start).copy(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the document is in memory
        }
    }

    private void copy(Writer target) throws IOException {
        boolean inString = false;
        for (int c = next(); c >= 0; c = next()) {
            if (c == '"') {
                inString = !inString;
                target.write(c);
            } else if (!inString) {
                if (c > ' ') {
                    target.write(c);
                }
            } else {
                writeInString((char) (c == '\\' ? unescape() : c), target);
            }
        }
    }

    private static void writeInString(char c, Writer target) throws IOException {
        if (c < ESCAPED.length) {
            target.write(ESCAPED[c]);
        } else {
            target.write(c);
        }
    }

    private int unescape() throws IOException {
        int c = next();
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal() << 12 | hexadecimal() << 8 | hexadecimal() << 4 | hexadecimal();
            default -> c;
        };
    }

    private int hexadecimal() throws IOException {
        return Character.digit(next(), 16);
    }

    private int next() throws IOException {
        if (position == limit) {
            limit = left == 0 ? -1 : source.read(buffer, 0, (int) Math.min(left, BUFFER));
            position = 0;
            if (limit < 0) {
                limit = 0;
                return -1;
            }
            left -= limit;
        }
        char c = buffer[position];
        position++;
        return c;
    }
}
