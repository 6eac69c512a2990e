package io.wdatamock.web;

import io.wdatamock.fault.TriggeredFault;
import io.wdatamock.journal.Entry;
import io.wdatamock.journal.Headers;
import io.wdatamock.web.redaction.Redaction;
import io.wdatamock.web.route.Route;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.VendorOperation;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates the journal entries of a request, one when it arrives and one after its response, with secrets redacted. */
@Component
final class JournalEntryFactory {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Redaction redaction;

    JournalEntryFactory(Redaction redaction) {
        this.redaction = redaction;
    }

    /** Returns the entry of a request that has arrived. */
    Entry arrival(long seq, Instant at, HttpServletRequest request, Route route) {
        String query = redaction.query(route.servletPath(), request.getQueryString());
        return Entry.arrival(seq, at, request.getMethod(), redaction.path(route.path()), query, headers(request));
    }

    /**
     * Returns the entry of a complete request; {@code status} is null if the connection was closed without a response.
     */
    Entry completed(
            Exchange exchange, String servletPath, @Nullable Integer status, byte[] responseBody, Duration took) {
        Entry routed = exchange.entry();
        TriggeredFault fault = exchange.fault();
        byte @Nullable [] requestBody = exchange.body().bytesForJournal();
        boolean isBatch = routed.operation() == VendorOperation.REFRESH_BATCH;
        List<String> named = isBatch && requestBody != null ? exchange.body().connectionIds() : routed.connectionIds();
        boolean cut = requestBody == null
                || requestBody.length > Entry.MAX_BODY_BYTES
                || responseBody.length > Entry.MAX_BODY_BYTES
                || named.size() > Entry.MAX_NAMED;
        return routed.completed(new Entry.Completion(
                Limits.firstIds(named, Entry.MAX_NAMED),
                requestBody == null ? Entry.UNREAD : requestBody(exchange, servletPath, requestBody),
                status,
                status == null ? null : responseBody(responseBody),
                cut ? true : null,
                fault == null ? null : fault.faultId(),
                exchange.explanation().notes().stream().map(redaction::text).toList(),
                explanation(exchange),
                null,
                took.toNanos() / NANOS_PER_MILLI));
    }

    private @Nullable String requestBody(Exchange exchange, String servletPath, byte[] body) {
        String text = text(body);
        return text == null ? null : redaction.body(servletPath, exchange.body().contentType(), text);
    }

    private @Nullable String responseBody(byte[] body) {
        String text = text(body);
        return text == null ? null : redaction.response(text);
    }

    private static @Nullable String text(byte[] body) {
        return body.length == 0
                ? null
                : new String(body, 0, Math.min(body.length, Entry.MAX_BODY_BYTES), StandardCharsets.UTF_8);
    }

    private @Nullable String explanation(Exchange exchange) {
        List<String> sentences = new ArrayList<>(exchange.explanation().reasons());
        sentences.addAll(exchange.explanation().notes());
        return sentences.isEmpty() ? null : redaction.text(String.join(". ", sentences) + ".");
    }

    private Headers headers(HttpServletRequest request) {
        Headers.Builder headers = new Headers.Builder();
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            for (Enumeration<String> values = request.getHeaders(name); values.hasMoreElements(); ) {
                headers.add(name, redaction.header(name, values.nextElement()));
            }
        }
        return headers.build();
    }
}
