package io.wdatamock.web.body;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes the content codings gzip and deflate (RFC 9110, section 8.4.1) of a response that the upstream compressed. */
public final class ContentCoding {

    private static final int BUFFER = 8 << 10;

    private ContentCoding() {}

    /** Returns the decoded content; an unknown coding is not decoded. */
    public static InputStream decode(@Nullable List<String> codings, InputStream content) throws IOException {
        String coding = codings == null ? "" : String.join(",", codings).strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(content);
            case "deflate" -> new InflaterInputStream(content);
            default -> content;
        };
    }

    /** Returns the first decoded bytes of the beginning of a content, at most {@code most}. */
    public static byte[] decodePrefix(Collection<String> codings, byte[] prefix, int most) {
        if (codings.isEmpty()) {
            return prefix;
        }
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        try (InputStream source = decode(List.copyOf(codings), new ByteArrayInputStream(prefix))) {
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
