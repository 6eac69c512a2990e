package io.wdatamock.web.body;

import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.memory.Segments;
import io.wdatamock.wire.ApiException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Buffers a response until it is complete, so that a fault can still change it. Errors sent to the container are
 * buffered too.
 */
public final class BufferedResponse extends HttpServletResponseWrapper {

    /** The number of bytes for which no memory is reserved. */
    private static final long SMALL = 16 << 10;

    private final InFlightRequest inFlight;
    private final Segments content = new Segments(this::reserve);
    private final ServletOutputStream stream = new Stream();
    private @Nullable PrintWriter writer;
    private @Nullable ApiException error;
    private long allocated;
    private long reserved;

    public BufferedResponse(HttpServletResponse response, InFlightRequest inFlight) {
        super(response);
        this.inFlight = inFlight;
    }

    /** Returns the number of buffered bytes. */
    public long size() {
        flushWriter();
        return content.size();
    }

    /** Returns the first bytes, at most {@code most}. */
    public byte[] prefix(int most) {
        flushWriter();
        return content.prefix(most);
    }

    /** Sends the first bytes, at most {@code most}, with the Content-Length of all. */
    public void send(long most) throws IOException {
        announceLength();
        content.writeTo(getResponse().getOutputStream(), most);
    }

    /** Sends the headers, and then the body in parts over a time, or at once as soon as the signal completes. */
    public void sendSlowly(Duration over, CompletableFuture<?> signal) throws IOException {
        announceLength();
        getResponse().flushBuffer();
        content.writeTo(new SlowOutputStream(getResponse().getOutputStream(), size(), over, signal), Long.MAX_VALUE);
    }

    private void announceLength() {
        long size = size();
        if (size > 0) {
            super.setContentLengthLong(size);
        }
    }

    /** Replaces the content; status and headers stay, except for the content coding. */
    public void replaceContent(String text) {
        resetBuffer();
        super.setHeader(HttpHeaders.CONTENT_ENCODING, null); // that of the replaced content
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        content.write(bytes, 0, bytes.length);
    }

    /** Returns the error passed to {@code sendError}, if any. */
    public Optional<ApiException> error() {
        return Optional.ofNullable(error);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(stream, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    /** Resets the response but keeps its CORS headers, without which a web page cannot read the error that follows. */
    @Override
    public void reset() {
        Map<String, Collection<String>> kept = new LinkedHashMap<>();
        for (String name : getHeaderNames()) {
            if (name.startsWith("Access-Control-") || name.equals(HttpHeaders.VARY)) {
                kept.put(name, List.copyOf(getHeaders(name)));
            }
        }
        super.reset();
        resetBuffer();
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

    @Override
    public void flushBuffer() {
        // The response is sent when it is complete.
    }

    @Override
    public void resetBuffer() {
        writer = null;
        content.clear();
        allocated = 0;
        inFlight.release(reserved);
        reserved = 0;
    }

    // The Content-Length is that of the final content, which may differ from the announced one.

    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public void setHeader(String name, String value) {
        if (!isLength(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!isLength(name)) {
            super.addHeader(name, value);
        }
    }

    private static boolean isLength(String name) {
        return HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name);
    }

    private void flushWriter() {
        if (writer != null) {
            writer.flush();
        }
    }

    private void reserve(long bytes) {
        allocated += bytes;
        if (allocated > SMALL) {
            long more = allocated - reserved;
            inFlight.reserve(more);
            reserved += more;
        }
    }

    private final class Stream extends ServletOutputStream {

        @Override
        public void write(int value) {
            content.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            content.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Responses are not written asynchronously");
        }
    }
}
