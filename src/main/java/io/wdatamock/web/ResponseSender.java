package io.wdatamock.web;

import io.wdatamock.fault.Delivery;
import io.wdatamock.fault.TriggeredFault;
import io.wdatamock.fault.When;
import io.wdatamock.journal.Entry;
import io.wdatamock.memory.WaitingRequests;
import io.wdatamock.web.body.BufferedResponse;
import io.wdatamock.web.body.ContentCoding;
import io.wdatamock.web.error.ErrorWriter;
import io.wdatamock.web.route.DeprecatedEndpoint;
import io.wdatamock.web.tomcat.DisconnectValve;
import io.wdatamock.wire.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Completes a buffered response: applies the fault of the exchange, writes the journal entry, and sends the response. */
@Component
public final class ResponseSender {

    /** The response header with the notes about a request: what was ignored or accepted although the vendor rejects it. */
    public static final String NOTE_HEADER = "X-Wdata-Mock-Note";

    /** The response header with the ID of the fault that changed the response. */
    public static final String FAULT_HEADER = "X-Wdata-Mock-Fault";

    /** A client that reads a larger response slowly occupies a thread; a smaller one fits into the socket's buffer. */
    private static final long LARGEST_SENT_AT_ONCE = 256 << 10;

    /** A Retry-After in seconds; an upstream may also send a date, or anything. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private static final WaitingRequests.Permit NONE = () -> {};

    private final JournalEntryFactory entries;
    private final RequestCounts counts;
    private final InstantSource realTime;
    private final UpstreamForwarder upstream;

    ResponseSender(
            JournalEntryFactory entries, RequestCounts counts, InstantSource realTime, UpstreamForwarder upstream) {
        this.entries = entries;
        this.counts = counts;
        this.realTime = realTime;
        this.upstream = upstream;
    }

    /** Sends the response to the client in the way and to the extent that the fault of the exchange permits. */
    void send(Exchange exchange, HttpServletRequest request, BufferedResponse response) throws IOException {
        if (response.error().isPresent()) {
            ErrorWriter.replace(response.error().get(), request.getServletPath(), response);
        }
        if (exchange.fault() != null) {
            applyFault(exchange.fault(), exchange, request, response);
        }
        boolean isSlow = exchange.delivery() == Delivery.SLOW;
        WaitingRequests.Permit permit = NONE;
        if (response.size() > LARGEST_SENT_AT_ONCE || isSlow) {
            try {
                permit = exchange.inFlight().startWaiting();
            } catch (ApiException e) {
                ErrorWriter.replace(e, request.getServletPath(), response);
                isSlow = false;
            }
        }
        try {
            record(exchange, request, response);
            if (isSlow) {
                sendSlowly(Objects.requireNonNull(exchange.fault()), response);
            } else {
                sendBody(exchange.delivery(), request, response);
            }
        } finally {
            permit.close();
        }
    }

    private static void applyFault(
            TriggeredFault fault, Exchange exchange, HttpServletRequest request, BufferedResponse response)
            throws IOException {
        if (fault.when() == When.AFTER) {
            try {
                FaultInjector.apply(fault, exchange.inFlight());
            } catch (ApiException e) {
                exchange.explanation().because("The response was replaced: " + e.getMessage());
                ErrorWriter.replace(e, request.getServletPath(), response);
            }
        }
        fault.fault().effect().body().ifPresent(response::replaceContent);
        response.setHeader(FAULT_HEADER, fault.faultId());
    }

    private void record(Exchange exchange, HttpServletRequest request, BufferedResponse response) {
        exchange.explanation().notes().forEach(note -> response.addHeader(NOTE_HEADER, headerValue(note)));
        if (!upstream.isActive()) {
            DeprecatedEndpoint.announce(request.getServletPath(), response);
        }
        Integer status = exchange.delivery() == Delivery.NONE ? null : response.getStatus();
        complete(exchange, request, status, response);
        counts.answered(exchange.operation(), status);
    }

    private void complete(
            Exchange exchange, HttpServletRequest request, @Nullable Integer status, BufferedResponse response) {
        Duration took = Duration.between(exchange.arrivedAt(), realTime.instant());
        byte[] body = ContentCoding.of(response.getHeaders(HttpHeaders.CONTENT_ENCODING))
                .decodePrefix(response.prefix(Entry.MAX_BODY_BYTES + 1), Entry.MAX_BODY_BYTES + 1);
        Entry entry = entries.completed(exchange, request.getServletPath(), status, body, took);
        exchange.sandbox().withJournal(current -> {
            exchange.journal().complete(withRetryAt(entry, exchange, response));
            return entry;
        });
    }

    private static Entry withRetryAt(Entry entry, Exchange exchange, BufferedResponse response) {
        String seconds = entry.status() == null ? null : response.getHeader(HttpHeaders.RETRY_AFTER);
        return seconds == null || !SECONDS.matcher(seconds).matches()
                ? entry
                : entry.retryingAt(exchange.state().now().plusSeconds(Long.parseLong(seconds)));
    }

    private static void sendSlowly(TriggeredFault fault, BufferedResponse response) throws IOException {
        response.sendSlowly(fault.fault().effect().duration(), fault.sandboxEnd());
    }

    private static void sendBody(Delivery delivery, HttpServletRequest request, BufferedResponse response)
            throws IOException {
        switch (delivery) {
            case WHOLE, SLOW -> response.send(Long.MAX_VALUE);
            case HALF -> {
                response.send(response.size() / 2);
                response.getResponse().flushBuffer();
                DisconnectValve.disconnect(request);
            }
            case NONE -> DisconnectValve.disconnect(request);
        }
    }

    /** Returns the text with each character replaced that a header must not contain. */
    private static String headerValue(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
