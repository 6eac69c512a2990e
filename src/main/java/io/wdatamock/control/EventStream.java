package io.wdatamock.control;

import io.wdatamock.events.Change;
import io.wdatamock.events.Event;
import io.wdatamock.events.Subscription;
import io.wdatamock.wire.WireJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.ObjectWriter;

/** Writes server-sent events to one client. */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    /** The interval of comments that keep proxies from closing an idle stream and detect disconnected clients. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private static final ObjectWriter WRITER = WireJson.MAPPER
            .writer()
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM);

    private final HttpServletResponse response;
    private final OutputStream out;

    private EventStream(HttpServletResponse response) throws IOException {
        this.response = response;
        this.out = response.getOutputStream();
    }

    /** Opens a stream. */
    static EventStream open(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return new EventStream(response);
    }

    /** Sends up to {@code limit} events; returns earlier when the subscription ends or the client disconnects. */
    void send(Subscription subscription, long limit) {
        long left = limit;
        try {
            while (left > 0) {
                Change next = subscription.next(LONGEST_SILENCE);
                if (subscription.isOver()) {
                    return;
                }
                if (next == null) {
                    out.write(COMMENT);
                } else {
                    left -= write(next, left);
                }
                if (subscription.isIdle()) {
                    response.flushBuffer();
                }
            }
        } catch (IOException | JacksonIOException e) {
            LOG.debug("The client disconnected", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Writes directly to the response, because the parameters of a run may take 10 MiB and there may be many clients.
     */
    private long write(Change change, long most) throws IOException {
        long written = 0;
        for (Event event : (Iterable<Event>) change.events().limit(most)::iterator) {
            out.write(("event: " + event.name() + "\ndata: ").getBytes(StandardCharsets.UTF_8));
            WRITER.writeValue(out, event.data());
            out.write(END);
            written++;
        }
        return written;
    }
}
