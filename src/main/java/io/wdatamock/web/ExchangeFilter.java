package io.wdatamock.web;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.fault.Effect;
import io.wdatamock.fault.Strike;
import io.wdatamock.fault.When;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.Sandboxes;
import io.wdatamock.wire.ApiException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the sandbox of every request, and sends every answer off, whole or spoilt. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class ExchangeFilter extends OncePerRequestFilter {

    /** Tells what a request got away with. */
    static final String NOTE_HEADER = "X-Wdata-Mock-Note";
    /** Tells which fault spoilt the answer. */
    static final String FAULT_HEADER = "X-Wdata-Mock-Fault";

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeFilter.class);

    private final Sandboxes sandboxes;
    private final InstantSource realTime;
    private final long maxBody;

    ExchangeFilter(Sandboxes sandboxes, InstantSource realTime, WdataMockProperties properties) {
        this.sandboxes = sandboxes;
        this.realTime = realTime;
        this.maxBody = properties.maxBody().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Route route = Route.of(request);
        RoutedRequest routed = new RoutedRequest(request, route);
        if (route.isOwnPage()) {
            chain.doFilter(routed, response);
            return;
        }
        Sandbox sandbox;
        try {
            sandbox = sandboxes.enter(route.sandbox(request));
        } catch (ApiException e) {
            ErrorWriter.write(e, route.servletPath(), response);
            return;
        }
        try {
            answer(new Exchange(sandbox, new RequestBody(request, maxBody, realTime)), routed, route, response, chain);
        } finally {
            sandboxes.leave(sandbox);
        }
    }

    private void answer(
            Exchange exchange, RoutedRequest request, Route route, HttpServletResponse response, FilterChain chain)
            throws IOException {
        exchange.attachTo(request);
        BufferedResponse buffered = new BufferedResponse(response);
        try {
            chain.doFilter(request, buffered);
            if (buffered.error().isPresent()) {
                replace(buffered, buffered.error().get(), route);
            }
        } catch (ServletException | RuntimeException e) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
            replace(buffered, ErrorAdvice.unexpected(), route);
        }
        finish(exchange, route, buffered);
    }

    private static void finish(Exchange exchange, Route route, BufferedResponse buffered) throws IOException {
        if (exchange.strike().isPresent()) {
            spoil(exchange.strike().get(), route, buffered);
        }
        exchange.explanation().notes().forEach(note -> buffered.addHeader(NOTE_HEADER, headerValue(note)));
        buffered.copyBodyToResponse();
    }

    private static void spoil(Strike strike, Route route, BufferedResponse buffered) throws IOException {
        if (strike.fault().when() == When.AFTER && strike.fault().effect() instanceof Effect.Status status) {
            replace(buffered, status.toException(), route);
        }
        buffered.setHeader(FAULT_HEADER, strike.faultId());
    }

    private static void replace(BufferedResponse buffered, ApiException error, Route route) throws IOException {
        buffered.reset();
        ErrorWriter.write(error, route.servletPath(), buffered);
    }

    /** The text with everything replaced that no header may carry. */
    private static String headerValue(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
