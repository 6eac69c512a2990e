package io.wdatamock.web.body;

import io.wdatamock.journal.Entry;
import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.memory.Segments;
import io.wdatamock.web.error.FrameworkErrors;
import io.wdatamock.web.tomcat.ClientConnection;
import io.wdatamock.web.tomcat.DeadlineInputStream;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

/** The body of one request, read as late and as little as possible. */
public final class RequestBody {

    /** The time limit for the whole body. */
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** The bytes that the journal stores, plus one that shows that the body is longer. */
    private static final int JOURNALED = Entry.MAX_BODY_BYTES + 1;

    private static final long STEP = DataSize.ofKilobytes(64).toBytes();

    /** Memory per byte: the body, and its text in two bytes per character or the response. */
    private static final int FACTOR = 3;

    /** Memory per byte for parsed structure, which is bounded by the number of tokens. */
    private static final int FACTOR_OF_STRUCTURE = 32;

    private final HttpServletRequest request;
    private final long limit;
    private final InFlightRequest inFlight;
    private final InstantSource realTime;
    private @Nullable DeadlineInputStream source;
    private @Nullable PushbackInputStream stream;
    private @Nullable Segments content;
    private byte @Nullable [] beginning;
    private @Nullable List<String> connectionIds;

    /** Creates the body of a request, of which at most {@code limit} bytes are read. */
    public RequestBody(HttpServletRequest request, long limit, InFlightRequest inFlight, InstantSource realTime) {
        this.request = request;
        this.limit = limit;
        this.inFlight = inFlight;
        this.realTime = realTime;
    }

    /** Whether the body is empty; reads at most one byte. */
    public boolean isEmpty() {
        if (request.getContentLengthLong() >= 0) {
            return request.getContentLengthLong() == 0;
        }
        return request.getHeader("Transfer-Encoding") == null || reading(this::startsEmpty);
    }

    /** Returns the whole body in one array. */
    public byte[] bytes() {
        return content().toByteArray();
    }

    /**
     * Returns the whole body; throws 413, on every call, if it exceeds the limit, and 503 if there is no memory for it.
     */
    public Segments content() {
        if (request.getContentLengthLong() > limit) {
            throw ApiException.tooLarge(limit);
        }
        if (beginning != null) {
            throw new IllegalStateException("The body was discarded");
        }
        Segments read = content == null ? reading(this::readAll) : content;
        content = read;
        if (read.size() > limit) {
            throw ApiException.tooLarge(limit);
        }
        return read;
    }

    /**
     * Returns up to 64 KiB and one byte of the body for the journal. Reads an unread body only if its Content-Length is
     * at most 64 KiB; otherwise returns null.
     */
    public byte @Nullable [] bytesForJournal() {
        if (beginning != null) {
            return beginning;
        }
        if (content != null) {
            return content.prefix(JOURNALED);
        }
        long announced = request.getContentLengthLong();
        if (announced == 0 || (announced < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null)) {
            return new byte[0];
        }
        boolean isBegun = stream != null;
        if (isBegun || announced < 0 || announced >= JOURNALED || request.getHeader(HttpHeaders.EXPECT) != null) {
            return null;
        }
        try {
            return content().prefix(JOURNALED);
        } catch (ApiException e) {
            return null; // it did not arrive completely in time, or there is no memory for it
        }
    }

    /** Returns the Content-Type. */
    @Nullable
    public String contentType() {
        return request.getContentType();
    }

    /** Returns the connection IDs in the body of a batch; empty if it was not read. */
    public List<String> connectionIds() {
        if (connectionIds == null && content != null) {
            connectionIds = BatchConnectionIds.read(content);
        }
        return connectionIds == null ? List.of() : connectionIds;
    }

    /** Frees the memory of a parsed body; its values may still need twice its size. */
    void discard() {
        if (content != null && content.size() > JOURNALED) {
            long size = content.size();
            beginning = content.prefix(JOURNALED);
            content = null;
            inFlight.release(cost(size) - (FACTOR - 1) * size);
        }
    }

    private Segments readAll() throws IOException {
        Segments read = new Segments();
        long announced = request.getContentLengthLong();
        if (announced > 0) {
            inFlight.reserve(cost(announced));
            read.readFrom(stream(), announced);
        } else if (!isEmpty()) {
            readChunks(read);
        }
        return read;
    }

    private void readChunks(Segments read) throws IOException {
        long before = -1;
        while (read.size() > before && read.size() <= limit) {
            before = read.size();
            long step = Math.min(STEP, limit + 1 - before);
            inFlight.reserve(cost(before + step) - cost(before));
            read.readFrom(stream(), step);
        }
        if (read.size() > limit && request.getHeader(HttpHeaders.EXPECT) != null) {
            // Tomcat reads the rest itself except after 100-continue.
            stream().skip(DeadlineInputStream.LONGEST_READ - limit);
        }
    }

    /** Returns the memory for a body of this size and its parsed values. */
    private static long cost(long size) {
        return FACTOR * size + FACTOR_OF_STRUCTURE * Math.min(size, WireJson.MAX_TOKENS);
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
            source = new DeadlineInputStream(
                    request.getInputStream(), TIMEOUT, realTime, ClientConnection.of(request), inFlight.waiting());
            stream = new PushbackInputStream(source);
        }
        return stream;
    }

    private <T> T reading(Read<T> read) {
        try {
            return read.get();
        } catch (IOException e) {
            boolean late = e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
            throw late ? FrameworkErrors.lateBody() : FrameworkErrors.brokenBody();
        } finally {
            if (source != null) {
                source.endWait();
            }
        }
    }

    private interface Read<T> {
        T get() throws IOException;
    }
}
