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

/** The body of one request, read no earlier and no further than needed. */
public final class RequestBody {

    /** How long a body may take in all, however steadily it arrives. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** How many bytes of it the journal stores at most, and one more by which it knows that it is not all. */
    private static final int JOURNALED = Entry.MOST_BODY_BYTES + 1;

    private static final long STEP = DataSize.ofKilobytes(64).toBytes();

    /** Memory per byte: the body, its text in two bytes per character once it is parsed, or else the response. */
    private static final int FACTOR = 3;

    /** Memory per byte of what is structure rather than content, which the number of tokens bounds. */
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

    /** The body of a request, of which at most {@code limit} bytes will be read. */
    public RequestBody(HttpServletRequest request, long limit, InFlightRequest inFlight, InstantSource realTime) {
        this.request = request;
        this.limit = limit;
        this.inFlight = inFlight;
        this.realTime = realTime;
    }

    /** Whether the body has no bytes; reads at most one. */
    public boolean isEmpty() {
        if (request.getContentLengthLong() >= 0) {
            return request.getContentLengthLong() == 0;
        }
        return request.getHeader("Transfer-Encoding") == null || reading(this::startsEmpty);
    }

    /** The whole body in one array. */
    public byte[] bytes() {
        return content().toByteArray();
    }

    /** The whole body, or 413 however often it is asked for if it exceeds the limit; 503 if there is no memory for it. */
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
     * The beginning of the body, as much as the journal stores and one byte more: of what was read, or else of what can
     * be read without waiting long, as it is announced with no more than that; null if it stays unread.
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
            return null; // it did not arrive in time or as a whole, or there is no memory for it
        }
    }

    /** What the client says that the body is. */
    @Nullable
    public String contentType() {
        return request.getContentType();
    }

    /** The connections that the body of a batch names, if it has been read. */
    public List<String> connectionIds() {
        if (connectionIds == null && content != null) {
            connectionIds = BatchConnectionIds.read(content);
        }
        return connectionIds == null ? List.of() : connectionIds;
    }

    /** Frees the memory of a body that has been parsed; what it said may still take twice its size. */
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
            // The container reads on for everyone but those whom it has told to continue.
            stream().skip(DeadlineInputStream.LONGEST_READ - limit);
        }
    }

    /** How much memory a body of this size and what becomes of it take. */
    private static long cost(long size) {
        return FACTOR * size + FACTOR_OF_STRUCTURE * Math.min(size, WireJson.MOST_TOKENS);
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
                    request.getInputStream(), PATIENCE, realTime, ClientConnection.of(request), inFlight.waiting());
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
