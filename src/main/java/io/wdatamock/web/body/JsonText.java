package io.wdatamock.web.body;

import io.wdatamock.memory.Segments;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.JsonSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectReader;

/**
 * A JSON text in UTF-8 (RFC 8259, section 8.1; the parser would accept more), which can be parsed several times. A long
 * one is decoded again each time instead of being stored as a string.
 */
final class JsonText {

    private static final int LONGEST_STRING = 64 << 10;
    private static final int BUFFER = 8 << 10;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final Segments bytes;
    private final @Nullable String text;
    private final int start;

    private JsonText(Segments bytes, @Nullable String text, int start) {
        this.bytes = bytes;
        this.text = text;
        this.start = start;
    }

    /** Returns the text of a body; throws 400 if it is not UTF-8. */
    static JsonText of(Segments body) {
        try {
            if (body.size() <= LONGEST_STRING) {
                return of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(body.toByteArray()))
                        .toString());
            }
            requireUtf8(body.inputStream());
            return new JsonText(body, null, 0);
        } catch (CharacterCodingException e) {
            throw ApiException.badRequest(null, "The body is not UTF-8, which JSON has to be");
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the bytes are in memory
        }
    }

    static JsonText of(String text) {
        return new JsonText(new Segments(), text, 0);
    }

    boolean isEmpty() {
        return text != null && text.isEmpty();
    }

    /** Returns the text as a string; null if it is long. */
    @Nullable
    String shortText() {
        return text;
    }

    boolean hasByteOrderMark() {
        return text == null
                ? Arrays.equals(bytes.prefix(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)
                : text.startsWith("\uFEFF");
    }

    JsonText withoutByteOrderMark() {
        return text == null
                ? new JsonText(bytes, null, BYTE_ORDER_MARK.length)
                : new JsonText(bytes, text.substring(1), 0);
    }

    /** Whether the text contains "null" anywhere. */
    boolean containsNull() throws IOException {
        if (text != null) {
            return text.contains("null");
        }
        InputStream source = bytes.inputStream();
        byte[] buffer = new byte[BUFFER];
        int matched = 0;
        for (int read = source.read(buffer); read > 0; read = source.read(buffer)) {
            for (int i = 0; i < read; i++) {
                matched = buffer[i] == NULL[matched] ? matched + 1 : buffer[i] == NULL[0] ? 1 : 0;
                if (matched == NULL.length) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Reads the text as a value. */
    @Nullable
    Object read(ObjectReader reader) {
        return text == null
                ? reader.withAttribute(JsonSource.ATTRIBUTE, (JsonSource) this::reader)
                        .readValue(reader())
                : reader.readValue(text);
    }

    /** Returns a parser of the text. */
    JsonParser parser(ObjectReader reader) {
        return text == null ? reader.createParser(reader()) : reader.createParser(text);
    }

    private Reader reader() {
        try {
            InputStream source = bytes.inputStream();
            source.skipNBytes(start);
            return new InputStreamReader(source, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the bytes are in memory
        }
    }

    private static void requireUtf8(InputStream source) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer ignored = CharBuffer.allocate(BUFFER);
        boolean isEnd = false;
        while (!isEnd) {
            int read = source.read(bytes.array(), bytes.position(), bytes.remaining());
            isEnd = read < 0;
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
            CoderResult result = decoder.decode(bytes, ignored.clear(), isEnd);
            if (result.isError()) {
                result.throwException();
            }
            bytes.compact();
        }
    }
}
