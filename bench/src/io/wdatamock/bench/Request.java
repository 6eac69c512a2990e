package io.wdatamock.bench;

import java.nio.charset.StandardCharsets;

/**
 * A request, as every client of the vendor would send it.
 *
 * @param body empty for none
 */
public record Request(String method, String path, String body) {

    public static Request get(String path) {
        return new Request("GET", path, "");
    }

    public static Request post(String path, String body) {
        return new Request("POST", path, body);
    }

    public static Request delete(String path) {
        return new Request("DELETE", path, "");
    }

    /** Head and body, as they go over the wire. */
    public byte[] bytes() {
        String content = body.isEmpty()
                ? ""
                : "Content-Type: application/json\r\nContent-Length: %d\r\n"
                        .formatted(body.getBytes(StandardCharsets.UTF_8).length);
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\n%s\r\n%s"
                .formatted(method, path, content, body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
