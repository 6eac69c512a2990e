package io.wdatamock.web;

import io.wdatamock.fault.Strike;
import io.wdatamock.journal.Entry;
import io.wdatamock.journal.Headers;
import io.wdatamock.wire.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes journal entries out of a request: one when it arrives, and one when it is answered. */
final class Recording {

    /** How many bytes of a body are stored. */
    static final int MOST_BYTES = 64 << 10;

    private static final double NANOS_PER_MILLI = 1e6;

    private Recording() {}

    /** The request as it arrives. */
    static Entry arrival(long seq, Instant at, HttpServletRequest request, Route route) {
        String query = Redaction.form(request.getQueryString());
        return Entry.arrival(seq, at, request.getMethod(), route.path(), query, headers(request));
    }

    /** The request and its answer; without a status there was none. */
    static Entry answered(Entry routed, Exchange exchange, @Nullable Integer status, byte[] answer, Duration took) {
        byte[] asked = exchange.body().bytesRead();
        boolean cut = asked.length > MOST_BYTES || answer.length > MOST_BYTES;
        boolean secret = routed.operation() == Operation.ISSUE_TOKEN;
        return routed.ended(new Entry.Ending(
                routed.operation() == Operation.REFRESH_BATCH
                        ? exchange.body().connectionIds()
                        : routed.connectionIds(),
                secret ? Redaction.form(text(asked)) : text(asked),
                status,
                status == null ? null : answer(answer, secret),
                cut ? true : null,
                exchange.strike().map(Strike::faultId).orElse(null),
                exchange.explanation().notes(),
                explanation(exchange),
                took.toNanos() / NANOS_PER_MILLI));
    }

    private static @Nullable String answer(byte[] body, boolean secret) {
        String text = text(body);
        return secret && text != null ? Redaction.answer(text) : text;
    }

    private static @Nullable String text(byte[] body) {
        return body.length == 0 ? null : new String(body, 0, Math.min(body.length, MOST_BYTES), StandardCharsets.UTF_8);
    }

    private static @Nullable String explanation(Exchange exchange) {
        List<String> told = new ArrayList<>(exchange.explanation().reasons());
        told.addAll(exchange.explanation().notes());
        return told.isEmpty() ? null : String.join(". ", told) + ".";
    }

    private static Headers headers(HttpServletRequest request) {
        Headers.Builder headers = new Headers.Builder();
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            for (Enumeration<String> values = request.getHeaders(name); values.hasMoreElements(); ) {
                headers.add(name, Redaction.header(name, values.nextElement()));
            }
        }
        return headers.build();
    }
}
