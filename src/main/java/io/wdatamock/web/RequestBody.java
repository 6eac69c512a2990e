package io.wdatamock.web;

import io.wdatamock.wire.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** The body of one request, read no earlier and no further than needed. */
final class RequestBody {

    /** How long a body may take in all, however steadily it arrives. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** How far a body is read that is too large. */
    private static final long LONGEST_READ = DataSize.ofMegabytes(32).toBytes();

    private final HttpServletRequest request;
    private final long limit;
    private final InstantSource realTime;
    private @Nullable PushbackInputStream stream;
    private byte @Nullable [] bytes;

    /** The body of a request, of which at most {@code limit} bytes will be read. */
    RequestBody(HttpServletRequest request, long limit, InstantSource realTime) {
        this.request = request;
        this.limit = limit;
        this.realTime = realTime;
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

    /**
     * The body for the journal: what was read, or else what can be read without waiting long, as it is announced with at
     * most so many bytes; null if it stays unread.
     */
    byte @Nullable [] bytesForJournal(int most) {
        if (bytes != null) {
            return bytes;
        }
        long announced = request.getContentLengthLong();
        if (announced == 0 || (announced < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null)) {
            return new byte[0];
        }
        boolean isBegun = stream != null;
        if (isBegun || announced < 0 || announced > most || request.getHeader(HttpHeaders.EXPECT) != null) {
            return null;
        }
        try {
            return bytes();
        } catch (ApiException e) {
            return null; // it did not arrive in time or as a whole, or is too large
        }
    }

    /** What the client says that the body is. */
    @Nullable
    String contentType() {
        return request.getContentType();
    }

    /** 408: the client has stopped sending, or sends too slowly. */
    static ApiException late() {
        return ApiException.of(
                HttpStatus.REQUEST_TIMEOUT, "The body did not arrive in time; send it without long pauses");
    }

    /** 400: what has arrived is not a body, or not a whole one. */
    static ApiException broken() {
        return ApiException.badRequest(
                null, "The body ended early or is not well-formed; send as much as Content-Length or chunks announce");
    }

    private byte[] readAll() throws IOException {
        if (isEmpty()) {
            return new byte[0];
        }
        // As much as is announced: a buffer for any length would be far larger than most bodies.
        long announced = request.getContentLengthLong();
        byte[] read = stream().readNBytes(Math.toIntExact(announced < 0 ? limit + 1 : announced));
        if (read.length > limit && request.getHeader(HttpHeaders.EXPECT) != null) {
            // The container reads on for everyone but those whom it has told to continue.
            stream().skip(LONGEST_READ - limit);
        }
        return read;
    }

    private boolean startsEmpty() throws IOException {
        int first = stream().read();
        if (first >= 0) {
            stream().unread(first);
        }
        return first < 0;
    }

    private PushbackInputStream stream() throws IOException {
        if (stream == null) {
            stream = new PushbackInputStream(new PatientStream(request.getInputStream(), PATIENCE, realTime));
        }
        return stream;
    }

    private static <T> T reading(Read<T> read) {
        try {
            return read.get();
        } catch (IOException e) {
            boolean late = e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
            throw late ? late() : broken();
        }
    }

    private interface Read<T> {
        T get() throws IOException;
    }
}
