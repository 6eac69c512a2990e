package io.wdatamock.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An HTTP request. Its body consists of parts, so that requests can share large ones.
 *
 * @param isChunked whether the body is sent in chunks of 64 KiB instead of with its length
 */
public record Request(String method, String path, String contentType, List<byte[]> body, boolean isChunked) {

    public static final int MIB = 1 << 20;
    public static final String CONNECTIONS = "/api/v1/connections";

    private static final String JSON = "application/json";
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_TEXT = 200;

    public static Request get(String path) {
        return of("GET", path, JSON);
    }

    public static Request delete(String path) {
        return of("DELETE", path, JSON);
    }

    /** A request with JSON, whose parts are strings or arrays of bytes. */
    public static Request post(String path, Object... json) {
        return of("POST", path, JSON, json);
    }

    /** A request with JSON, whose parts are strings or arrays of bytes. */
    public static Request put(String path, Object... json) {
        return of("PUT", path, JSON, json);
    }

    /** A request for a token with a scope of so many letters. */
    public static Request token(String base, int scopeLength) {
        String form = "grant_type=client_credentials&client_id=me&client_secret=secret";
        String path = base + "/oauth2/token";
        return scopeLength == 0
                ? of("POST", path, "application/x-www-form-urlencoded", form)
                : of("POST", path, "application/x-www-form-urlencoded", form + "&scope=", letters(scopeLength));
    }

    /** A refresh whose parameters have so many letters. */
    public static Request refresh(String base, String connectionId, int letters) {
        return post(refreshPath(base, connectionId), "{\"sourceParameters\":{\"a\":\"", letters(letters), "\"}}");
    }

    public static String refreshPath(String base, String connectionId) {
        return base + CONNECTIONS + "/" + connectionId + "/refresh";
    }

    /** So many letters. */
    public static byte[] letters(int count) {
        byte[] letters = new byte[count];
        Arrays.fill(letters, (byte) 'x');
        return letters;
    }

    /** The elements for the numbers from 0 to {@code count - 1}, separated by commas. */
    public static byte[] list(int count, IntFunction<String> element) {
        return bytes(IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(",")));
    }

    /** The same request for another path. */
    public Request at(String otherPath) {
        return new Request(method, otherPath, contentType, body, isChunked);
    }

    public Request chunked() {
        return new Request(method, path, contentType, body, true);
    }

    public String bodyText() {
        return body.stream()
                .map(part -> new String(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /** The head up to, and without, the empty line that ends it, for a body of this many bytes. */
    public String head(long length) {
        String framing = isChunked ? "Transfer-Encoding: chunked" : "Content-Length: " + length;
        String content = length == 0 ? "" : "Content-Type: %s\r\n%s\r\n".formatted(contentType, framing);
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\n%s".formatted(method, path, content);
    }

    void writeTo(OutputStream output) throws IOException {
        output.write(bytes(head(body.stream().mapToLong(part -> part.length).sum()) + "\r\n"));
        for (byte[] part : body) {
            for (int from = 0; from < part.length; from += CHUNK) {
                int length = Math.min(CHUNK, part.length - from);
                output.write(isChunked ? bytes("%x\r\n".formatted(length)) : new byte[0]);
                output.write(part, from, length);
                output.write(isChunked ? bytes("\r\n") : new byte[0]);
            }
        }
        output.write(isChunked ? bytes("0\r\n\r\n") : new byte[0]);
        output.flush();
    }

    @Override
    public String toString() {
        String text = method + " " + path;
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    }

    private static Request of(String method, String path, String contentType, Object... parts) {
        List<byte[]> body = Stream.of(parts)
                .map(part -> part instanceof byte[] bytes ? bytes : bytes((String) part))
                .toList();
        return new Request(method, path, contentType, body, false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
