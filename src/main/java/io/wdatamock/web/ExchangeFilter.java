package io.wdatamock.web;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.memory.InFlightMemory;
import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.memory.OutOfMemoryExit;
import io.wdatamock.memory.WaitingRequests;
import io.wdatamock.metrics.RequestCounts;
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

/** Finds the sandbox of every request, and sends every answer to a client off, whole or spoilt. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class ExchangeFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeFilter.class);

    private final Sandboxes sandboxes;
    private final ControlAccess controlAccess;
    private final RequestCounts counts;
    private final Recording recording;
    private final InstantSource realTime;
    private final InFlightMemory memory;
    private final WaitingRequests waiting;
    private final long maxBody;

    ExchangeFilter(
            Sandboxes sandboxes,
            ControlAccess controlAccess,
            RequestCounts counts,
            Recording recording,
            InstantSource realTime,
            InFlightMemory memory,
            WaitingRequests waiting,
            WdataMockProperties properties) {
        this.sandboxes = sandboxes;
        this.controlAccess = controlAccess;
        this.counts = counts;
        this.recording = recording;
        this.realTime = realTime;
        this.memory = memory;
        this.waiting = waiting;
        this.maxBody = properties.maxBody().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Route route = Route.of(request);
        RoutedRequest routed = new RoutedRequest(request, route);
        if (route.isOwnPage(request.getMethod())) {
            SecurityHeaders.forbidFraming(response);
            chain.doFilter(routed, response);
            return;
        }
        try {
            inSandbox(route, routed, response, chain);
        } catch (ApiException e) {
            DeprecatedEndpoint.announce(route, response);
            ErrorWriter.write(e, route.servletPath(), response);
        }
    }

    private void inSandbox(Route route, RoutedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (route.isControl()) {
            controlAccess.check(request);
        }
        Sandbox sandbox = sandboxes.enter(route.sandbox(request));
        try (InFlightRequest inFlight = new InFlightRequest(memory, waiting)) {
            if (route.isControl()) {
                SandboxArgument.attach(sandbox, request);
                InFlightArgument.attach(inFlight, request);
                chain.doFilter(request, response);
            } else {
                RequestBody body = new RequestBody(request, maxBody, inFlight, realTime);
                answer(
                        Exchange.begin(sandbox, request, route, body, recording, inFlight, realTime),
                        route,
                        request,
                        response,
                        chain);
            }
        } finally {
            sandboxes.leave(sandbox);
        }
    }

    private void answer(
            Exchange exchange, Route route, RoutedRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        exchange.attachTo(request);
        Answer answer =
                new Answer(exchange, route, request, new BufferedResponse(response, exchange.inFlight()), counts);
        try {
            chain.doFilter(request, answer.response());
        } catch (ServletException | RuntimeException e) {
            OutOfMemoryExit.check(e);
            LOG.error("{} {} failed", request.getMethod(), Redaction.withoutParameters(request.getRequestURI()), e);
            answer.replace(ErrorAdvice.unexpected());
        }
        answer.send();
    }
}
