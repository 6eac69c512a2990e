package io.wdatamock.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer.
 *
 * @param isLast whether the server closes the connection after it, as Tomcat does after some errors
 * @param isFaulty whether a fault changed it
 */
public record Response(int status, String body, boolean isLast, boolean isFaulty) {

    /** Whether the server refused the request because a memory budget was used up, and no fault did it. */
    public boolean isRefusedForMemory() {
        return status == 503 && !isFaulty;
    }

    static Response read(InputStream input) throws IOException {
        int status = Integer.parseInt(line(input).split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(input); !line.isEmpty(); line = line(input)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = headers.containsKey("transfer-encoding")
                ? chunks(input)
                : exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")), input);
        return new Response(
                status,
                new String(body, StandardCharsets.UTF_8),
                headers.getOrDefault("connection", "").equals("close"),
                headers.containsKey("x-wdata-mock-fault"));
    }

    private static byte[] chunks(InputStream input) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(line(input), 16);
            body.write(exactly(length, input));
            line(input);
        } while (length > 0);
        return body.toByteArray();
    }

    private static byte[] exactly(int length, InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ended after %d of %d bytes".formatted(bytes.length, length));
        }
        return bytes;
    }

    private static String line(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("The connection closed after \"%s\"".formatted(line));
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
