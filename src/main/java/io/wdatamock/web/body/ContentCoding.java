package io.wdatamock.web.body;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The content coding (RFC 9110, section 8.4) of a response that the upstream compressed. */
public enum ContentCoding {
    IDENTITY,
    GZIP,
    /** A coding that the server does not decode. */
    UNKNOWN;

    private static final int BUFFER = 8 << 10;

    /** Returns the coding that the values of Content-Encoding name. */
    public static ContentCoding of(Collection<String> values) {
        return switch (String.join(",", values).strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            default -> UNKNOWN;
        };
    }

    /** Returns the decoded content; content with an unknown coding stays as it is. */
    public InputStream decode(InputStream content) throws IOException {
        return this == GZIP ? new GZIPInputStream(content) : content;
    }

    /** Returns the first decoded bytes of the beginning of a content, at most {@code most}. */
    public byte[] decodePrefix(byte[] prefix, int most) {
        if (this != GZIP) {
            return prefix;
        }
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        try (InputStream source = decode(new ByteArrayInputStream(prefix))) {
            byte[] buffer = new byte[BUFFER];
            int read = 0;
            while (read >= 0 && decoded.size() < most) {
                decoded.write(buffer, 0, read);
                read = source.read(buffer, 0, Math.min(BUFFER, most - decoded.size()));
            }
        } catch (IOException e) {
            return decoded.toByteArray(); // the prefix ends within a block
        }
        return decoded.toByteArray();
    }
}
