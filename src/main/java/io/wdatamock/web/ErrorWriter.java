package io.wdatamock.web;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.WireJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes a refusal as the whole of an answer. */
final class ErrorWriter {

    private ErrorWriter() {}

    /** Writes the error in the shape that the path asks for. */
    static void write(ApiException error, String path, HttpServletResponse response) throws IOException {
        ErrorShape shape = ErrorShape.of(path);
        byte[] body = WireJson.MAPPER.writeValueAsBytes(shape.body(error));
        response.setStatus(error.status());
        SecurityHeaders.forbidSniffing(response); // again, since a reset takes all headers away
        shape.headers(error).forEach(response::setHeader);
        response.setContentType(shape.mediaType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
