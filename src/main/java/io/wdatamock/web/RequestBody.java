package io.wdatamock.web;

import io.wdatamock.wire.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The body of one request, read no earlier and no further than needed. */
final class RequestBody {

    private final HttpServletRequest request;
    private final long limit;
    private @Nullable PushbackInputStream stream;
    private byte @Nullable [] bytes;

    /** The body of a request, of which at most {@code limit} bytes will be read. */
    RequestBody(HttpServletRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    /** Whether the body has no bytes; reads at most one. */
    boolean isEmpty() {
        if (request.getContentLengthLong() >= 0) {
            return request.getContentLengthLong() == 0;
        }
        return request.getHeader("Transfer-Encoding") == null || reading(this::startsEmpty);
    }

    /** The whole body, or 413 however often it is asked for if it exceeds the limit. */
    byte[] bytes() {
        if (request.getContentLengthLong() > limit) {
            throw ApiException.tooLarge(limit);
        }
        byte[] read = bytes == null ? reading(this::readAll) : bytes;
        bytes = read;
        if (read.length > limit) {
            throw ApiException.tooLarge(limit);
        }
        return read;
    }

    private byte[] readAll() throws IOException {
        return stream().readNBytes(Math.toIntExact(limit) + 1);
    }

    private boolean startsEmpty() throws IOException {
        int first = stream().read();
        if (first >= 0) {
            stream().unread(first);
        }
        return first < 0;
    }

    private PushbackInputStream stream() throws IOException {
        PushbackInputStream open = stream == null ? new PushbackInputStream(request.getInputStream()) : stream;
        stream = open;
        return open;
    }

    private static <T> T reading(Read<T> read) {
        try {
            return read.get();
        } catch (SocketTimeoutException e) {
            throw ApiException.of(
                    HttpStatus.REQUEST_TIMEOUT, "The body did not arrive in time; send it without long pauses");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Read<T> {
        T get() throws IOException;
    }
}
