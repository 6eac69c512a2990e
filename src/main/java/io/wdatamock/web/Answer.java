package io.wdatamock.web;

import io.wdatamock.fault.Delivery;
import io.wdatamock.fault.Strike;
import io.wdatamock.fault.When;
import io.wdatamock.metrics.RequestCounts;
import io.wdatamock.wire.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The answer to one request: held back until it is whole, spoilt if a fault wants it, entered in the journal, sent. */
final class Answer {

    /** Tells what a request got away with. */
    static final String NOTE_HEADER = "X-Wdata-Mock-Note";

    /** Tells which fault spoilt the answer. */
    static final String FAULT_HEADER = "X-Wdata-Mock-Fault";

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
        exchange.explanation().notes().forEach(note -> response.addHeader(NOTE_HEADER, headerValue(note)));
        DeprecatedEndpoint.announce(route, response);
        byte[] body = response.getContentAsByteArray();
        Delivery delivery = exchange.delivery();
        Integer status = delivery == Delivery.NONE ? null : response.getStatus();
        exchange.answered(status, body);
        counts.answered(exchange.operation(), status);
        switch (delivery) {
            case WHOLE -> response.copyBodyToResponse();
            case HALF -> sendHalf(body);
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
                Ordeal.undergo(strike);
            } catch (ApiException e) {
                exchange.explanation().because("The answer was replaced: " + e.getMessage());
                replace(e);
            }
        }
        response.setHeader(FAULT_HEADER, strike.faultId());
    }

    private void sendHalf(byte[] body) throws IOException {
        response.getResponse().setContentLength(body.length);
        response.getResponse().getOutputStream().write(Arrays.copyOf(body, body.length / 2));
        response.getResponse().flushBuffer();
        DisconnectValve.disconnect(request);
    }

    /** The text with everything replaced that no header may carry. */
    private static String headerValue(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
