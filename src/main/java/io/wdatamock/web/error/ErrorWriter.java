package io.wdatamock.web.error;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.WireJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes an error as the response. */
public final class ErrorWriter {

    private ErrorWriter() {}

    /** Replaces everything that was written to the response, except its CORS headers, with the error. */
    public static void replace(ApiException error, String path, HttpServletResponse response) throws IOException {
        response.reset();
        write(error, path, response);
    }

    /** Writes the error in the format of the path. */
    public static void write(ApiException error, String path, HttpServletResponse response) throws IOException {
        ErrorFormat shape = ErrorFormat.of(path);
        byte[] body = WireJson.MAPPER.writeValueAsBytes(shape.body(error));
        response.setStatus(error.status());
        SecurityHeaders.forbidSniffing(response); // again, because a reset removes all headers
        shape.headers(error).forEach(response::setHeader);
        response.setContentType(shape.mediaType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
