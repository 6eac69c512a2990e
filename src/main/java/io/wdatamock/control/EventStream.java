package io.wdatamock.control;

import io.wdatamock.events.Change;
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

/** Server-sent events on their way to one viewer. */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    /** After so much silence a comment is sent, lest a proxy take the stream for dead or a dead viewer keep it open. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final HttpServletResponse response;
    private final OutputStream out;

    private EventStream(HttpServletResponse response) throws IOException {
        this.response = response;
        this.out = response.getOutputStream();
    }

    /** A stream that begins. */
    static EventStream open(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return new EventStream(response);
    }

    /** Sends the viewer the events of every change, until there are no more, it has had {@code limit}, or it has gone. */
    void tell(Subscription viewer, long limit) {
        long left = limit;
        try {
            while (left > 0) {
                Change next = viewer.next(LONGEST_SILENCE);
                if (viewer.isOver()) {
                    return;
                }
                out.write(next == null ? COMMENT : text(next, left));
                left -= next == null ? 0 : next.events().count();
                if (viewer.isIdle()) {
                    response.flushBuffer();
                }
            }
        } catch (IOException e) {
            LOG.debug("A viewer has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] text(Change change, long most) {
        StringBuilder text = new StringBuilder();
        change.events()
                .limit(most)
                .forEach(event -> text.append("event: ")
                        .append(event.name())
                        .append("\ndata: ")
                        .append(WireJson.MAPPER.writeValueAsString(event.data()))
                        .append("\n\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
