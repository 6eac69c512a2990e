package io.wdatamock.bench.memory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A request to send. */
record Call(String method, String path, String contentType, Body body, boolean chunked) {

    static final byte[] LINE_END = {'\r', '\n'};

    private static final String JSON = "application/json";

    static Call get(String path) {
        return new Call("GET", path, JSON, Body.EMPTY, false);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, JSON, Body.EMPTY, false);
    }

    static Call post(String path, Body body) {
        return new Call("POST", path, JSON, body, false);
    }

    static Call put(String path, Body body) {
        return new Call("PUT", path, JSON, body, false);
    }

    static Call form(String path, Body body) {
        return new Call("POST", path, "application/x-www-form-urlencoded", body, false);
    }

    Call inChunks() {
        return new Call(method, path, contentType, body, true);
    }

    void writeTo(OutputStream output) throws IOException {
        writeHead(output);
        if (hasBody()) {
            body.writeTo(output, chunked);
        }
    }

    /** The head only; the body may follow later or never. */
    void writeHead(OutputStream output) throws IOException {
        String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length();
        String content = hasBody() ? "Content-Type: %s\r\n%s\r\n".formatted(contentType, length) : "";
        output.write("%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\n%s\r\n"
                .formatted(method, path, content)
                .getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    private boolean hasBody() {
        return body.length() > 0 || !method.equals("GET") && !method.equals("DELETE");
    }
}
