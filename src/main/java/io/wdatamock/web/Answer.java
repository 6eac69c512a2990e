package io.wdatamock.web;

import io.wdatamock.fault.Delivery;
import io.wdatamock.fault.Strike;
import io.wdatamock.fault.When;
import io.wdatamock.memory.WaitingRequests;
import io.wdatamock.metrics.RequestCounts;
import io.wdatamock.wire.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** The answer to one request: held back until it is whole, spoilt if a fault wants it, entered in the journal, sent. */
final class Answer {

    /** Tells what a request got away with. */
    static final String NOTE_HEADER = "X-Wdata-Mock-Note";

    /** Tells which fault spoilt the answer. */
    static final String FAULT_HEADER = "X-Wdata-Mock-Fault";

    private static final long LARGEST_SENT_AT_ONCE = 256 << 10;

    private final Exchange exchange;
    private final Route route;
    private final HttpServletRequest request;
    private final BufferedResponse response;
    private final RequestCounts counts;

    Answer(
            Exchange exchange,
            Route route,
            HttpServletRequest request,
            BufferedResponse response,
            RequestCounts counts) {
        this.exchange = exchange;
        this.route = route;
        this.request = request;
        this.response = response;
        this.counts = counts;
    }

    /** Where the operation writes its answer to. */
    BufferedResponse response() {
        return response;
    }

    /** Puts an error in the place of what was written. */
    void replace(ApiException error) throws IOException {
        response.reset();
        ErrorWriter.write(error, route.servletPath(), response);
    }

    /** Sends what there is, as whole as a fault lets it be. */
    void send() throws IOException {
        Optional<ApiException> error = response.error();
        if (error.isPresent()) {
            replace(error.get());
        }
        spoil();
        WaitingRequests.Permit permit = admitToSend();
        try {
            record();
            sendBody();
        } finally {
            permit.close();
        }
    }

    /** Whoever reads a large response slowly keeps a thread waiting; a small one fits into the socket's buffer. */
    private WaitingRequests.Permit admitToSend() throws IOException {
        if (response.size() > LARGEST_SENT_AT_ONCE) {
            try {
                return exchange.inFlight().startWaiting();
            } catch (ApiException e) {
                replace(e);
            }
        }
        return () -> {};
    }

    private void record() {
        exchange.explanation().notes().forEach(note -> response.addHeader(NOTE_HEADER, headerValue(note)));
        DeprecatedEndpoint.announce(route, response);
        Delivery delivery = exchange.delivery();
        Integer status = delivery == Delivery.NONE ? null : response.getStatus();
        exchange.answered(status, response.prefix(Recording.MOST_BYTES + 1));
        counts.answered(exchange.operation(), status);
    }

    private void sendBody() throws IOException {
        switch (exchange.delivery()) {
            case WHOLE -> response.send(Long.MAX_VALUE);
            case HALF -> sendHalf();
            case NONE -> DisconnectValve.disconnect(request);
        }
    }

    private void spoil() throws IOException {
        if (exchange.strike().isEmpty()) {
            return;
        }
        Strike strike = exchange.strike().get();
        if (strike.when() == When.AFTER) {
            try {
                Ordeal.undergo(strike, exchange.inFlight());
            } catch (ApiException e) {
                exchange.explanation().because("The answer was replaced: " + e.getMessage());
                replace(e);
            }
        }
        response.setHeader(FAULT_HEADER, strike.faultId());
    }

    private void sendHalf() throws IOException {
        response.send(response.size() / 2);
        response.getResponse().flushBuffer();
        DisconnectValve.disconnect(request);
    }

    /** The text with everything replaced that no header may carry. */
    private static String headerValue(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
