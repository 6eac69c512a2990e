package io.wdatamock.bench;

import java.nio.charset.StandardCharsets;

/**
 * A request, as every client of the vendor would send it.
 *
 * @param contentType of the body
 * @param body empty for none
 */
public record Request(String method, String path, String contentType, String body) {

    private static final String JSON = "application/json";

    public static Request get(String path) {
        return new Request("GET", path, JSON, "");
    }

    public static Request post(String path, String json) {
        return new Request("POST", path, JSON, json);
    }

    public static Request put(String path, String json) {
        return new Request("PUT", path, JSON, json);
    }

    public static Request delete(String path) {
        return new Request("DELETE", path, JSON, "");
    }

    /** A form, as the token endpoint takes it. */
    public static Request form(String path, String form) {
        return new Request("POST", path, "application/x-www-form-urlencoded", form);
    }

    /** Head and body, as they go over the wire. */
    public byte[] bytes() {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return (head(length) + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    /** The head of a request whose body shall have this length, but for the empty line that ends it. */
    public String head(int length) {
        String content = length == 0 ? "" : "Content-Type: %s\r\nContent-Length: %d\r\n".formatted(contentType, length);
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\n%s".formatted(method, path, content);
    }
}
