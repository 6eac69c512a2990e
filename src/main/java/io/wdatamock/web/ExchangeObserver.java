package io.wdatamock.web;

import io.wdatamock.memory.Segments;
import io.wdatamock.observation.HttpExchange;
import io.wdatamock.upstream.UpstreamResponse;
import io.wdatamock.web.body.ContentCoding;
import io.wdatamock.wire.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Compares the responses of the upstream with the ledger. */
final class ExchangeObserver {

    /** Larger bodies are not compared, because parsed JSON takes a multiple of their memory. */
    private static final int LARGEST_BODY = 4 << 20;

    /** The memory of a body as text and as parsed JSON, in bytes per byte. */
    private static final int FACTOR = 16;

    private final Exchange exchange;
    private final HttpServletRequest request;
    private final Map<String, List<String>> headers;
    private final long known;

    /** Begins the observation of a request that is about to be sent. */
    ExchangeObserver(Exchange exchange, HttpServletRequest request, Map<String, List<String>> headers) {
        this.exchange = exchange;
        this.request = request;
        this.headers = headers;
        this.known = exchange.sandbox()
                .withJournal(journal -> journal.comparison().history().count());
    }

    /** Compares the response, unless it is too large or memory is scarce. */
    void observe(UpstreamResponse received) {
        Segments sent = exchange.body().content();
        long memory = FACTOR * (sent.size() + received.body().size());
        if (HttpMethod.HEAD.matches(request.getMethod())
                || Math.max(sent.size(), received.body().size()) > LARGEST_BODY) {
            return;
        }
        try {
            exchange.inFlight().reserve(memory);
        } catch (ApiException e) {
            exchange.explanation().because("The response was not compared, because memory is scarce");
            return;
        }
        try {
            compare(sent, received);
        } finally {
            exchange.inFlight().release(memory);
        }
    }

    private void compare(Segments sent, UpstreamResponse received) {
        HttpExchange seen = new HttpExchange(
                request.getMethod(),
                request.getServletPath(),
                request.getQueryString(),
                headers,
                new String(sent.toByteArray(), StandardCharsets.UTF_8),
                received.status(),
                received.headers(),
                decoded(received));
        seen.observe(exchange.entry().seq(), exchange.entry().at(), known)
                .ifPresent(observation -> exchange.sandbox().withJournal(current -> {
                    exchange.journal().compare(observation);
                    return observation;
                }));
    }

    private static String decoded(UpstreamResponse received) {
        byte[] body = received.body().toByteArray();
        try (InputStream decoded = ContentCoding.decode(
                received.headers().get(HttpHeaders.CONTENT_ENCODING), new ByteArrayInputStream(body))) {
            return new String(decoded.readNBytes(LARGEST_BODY), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
