package io.wdatamock.web;

import io.wdatamock.wire.ApiException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that is held back until it is whole, so that it can still be spoilt; errors wait to be shaped. */
final class BufferedResponse extends ContentCachingResponseWrapper {

    private @Nullable ApiException error;

    BufferedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Keeps the headers of CORS: a web page could not read the error that is written next without them. */
    @Override
    public void reset() {
        Map<String, Collection<String>> kept = new LinkedHashMap<>();
        for (String name : getHeaderNames()) {
            if (name.startsWith("Access-Control-") || name.equals(HttpHeaders.VARY)) {
                kept.put(name, List.copyOf(getHeaders(name)));
            }
        }
        super.reset();
        kept.forEach((name, values) -> values.forEach(value -> addHeader(name, value)));
    }

    @Override
    public void sendError(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        sendError(status, known == null ? "Error" : known.getReasonPhrase());
    }

    @Override
    public void sendError(int status, String message) {
        HttpStatus known = HttpStatus.resolve(status);
        error = ApiException.of(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known, message);
    }

    /** The error that something asked the container to send. */
    Optional<ApiException> error() {
        return Optional.ofNullable(error);
    }
}
