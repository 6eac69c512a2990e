package io.wdatamock.web;

import io.wdatamock.fidelity.Comparison;
import io.wdatamock.memory.Segments;
import io.wdatamock.observation.HttpExchange;
import io.wdatamock.upstream.Upstream;
import io.wdatamock.upstream.UpstreamResponse;
import io.wdatamock.web.body.ContentCoding;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.VendorOperation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Compares the responses of the upstream with the ledger. */
final class ExchangeObserver {

    private final Exchange exchange;
    private final HttpServletRequest request;
    private final Map<String, List<String>> headers;
    private final Upstream upstream;
    private final Comparison comparison;
    private final long known;

    /** Begins the observation of a request that is about to be sent. */
    ExchangeObserver(
            Exchange exchange, HttpServletRequest request, Map<String, List<String>> headers, Upstream upstream) {
        this.exchange = exchange;
        this.request = request;
        this.headers = headers;
        this.upstream = upstream;
        this.comparison =
                exchange.sandbox().withJournal(current -> exchange.journal().comparison());
        this.known =
                exchange.sandbox().withJournal(journal -> comparison.history().count());
    }

    /** Compares the response, unless it is too large or memory is scarce. */
    void observe(UpstreamResponse received) {
        Segments sent = exchange.body().content();
        if (HttpMethod.HEAD.matches(request.getMethod()) || sent.size() > HttpExchange.LARGEST_BODY) {
            return;
        }
        byte[] body = decoded(received);
        if (body.length > HttpExchange.LARGEST_BODY) {
            return;
        }
        long memory = HttpExchange.memory(sent.size()) + HttpExchange.memory(body.length);
        try {
            exchange.inFlight().reserve(memory);
        } catch (ApiException e) {
            exchange.explanation().because("The response was not compared, because memory is scarce");
            return;
        }
        try {
            compare(sent, received, body);
        } finally {
            exchange.inFlight().release(memory);
        }
    }

    private void compare(Segments sent, UpstreamResponse received, byte[] body) {
        String path = exchange.operation() == VendorOperation.ISSUE_TOKEN
                ? upstream.tokenPath(request.getServletPath())
                : request.getServletPath();
        HttpExchange seen = new HttpExchange(
                request.getMethod(),
                path,
                request.getQueryString(),
                headers,
                new String(sent.toByteArray(), StandardCharsets.UTF_8),
                received.status(),
                received.headers(),
                new String(body, StandardCharsets.UTF_8),
                true);
        seen.observe(exchange.entry().seq(), exchange.entry().at(), known)
                .ifPresent(observation -> exchange.sandbox().withJournal(current -> {
                    exchange.journal().compare(comparison, observation);
                    return observation;
                }));
    }

    /** Returns the decoded body, or more bytes than are compared. */
    private static byte[] decoded(UpstreamResponse received) {
        if (received.body().size() == 0) {
            return new byte[0];
        }
        try (InputStream decoded = ContentCoding.of(received.header(HttpHeaders.CONTENT_ENCODING))
                .decode(received.body().inputStream())) {
            return decoded.readNBytes(HttpExchange.LARGEST_BODY + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the body was decoded before
        }
    }
}
