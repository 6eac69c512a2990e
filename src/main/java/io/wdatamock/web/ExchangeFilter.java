package io.wdatamock.web;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.journal.Entry;
import io.wdatamock.memory.InFlightMemory;
import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.memory.OutOfMemoryExit;
import io.wdatamock.memory.WaitingRequests;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.Sandboxes;
import io.wdatamock.web.body.BufferedResponse;
import io.wdatamock.web.body.RequestBody;
import io.wdatamock.web.error.ErrorWriter;
import io.wdatamock.web.error.FrameworkErrors;
import io.wdatamock.web.error.SecurityHeaders;
import io.wdatamock.web.redaction.Redaction;
import io.wdatamock.web.route.DeprecatedEndpoint;
import io.wdatamock.web.route.Route;
import io.wdatamock.web.route.RoutedRequest;
import io.wdatamock.wire.ApiException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Enters the sandbox that a request addresses, begins its exchange, and sends the response once it is complete. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class ExchangeFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeFilter.class);

    private final Sandboxes sandboxes;
    private final ControlAccess controlAccess;
    private final JournalEntryFactory entries;
    private final ResponseSender sender;
    private final InstantSource realTime;
    private final InFlightMemory memory;
    private final WaitingRequests waiting;
    private final long maxBody;

    ExchangeFilter(
            Sandboxes sandboxes,
            ControlAccess controlAccess,
            JournalEntryFactory entries,
            ResponseSender sender,
            InstantSource realTime,
            InFlightMemory memory,
            WaitingRequests waiting,
            WdataMockProperties properties) {
        this.sandboxes = sandboxes;
        this.controlAccess = controlAccess;
        this.entries = entries;
        this.sender = sender;
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
            DeprecatedEndpoint.announce(route.servletPath(), response);
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
                new ControlExchange(sandbox, inFlight).attachTo(request);
                chain.doFilter(request, response);
            } else {
                begin(sandbox, route, request, inFlight).attachTo(request);
                handle(request, new BufferedResponse(response, inFlight), chain);
            }
        } finally {
            sandboxes.leave(sandbox);
        }
    }

    private Exchange begin(Sandbox sandbox, Route route, RoutedRequest request, InFlightRequest inFlight) {
        RequestBody body = new RequestBody(request, maxBody, inFlight, realTime);
        Instant arrivedAt = realTime.instant();
        return sandbox.withBoth((state, journal) -> {
            Entry entry = journal.begin(seq -> entries.arrival(seq, state.now(), request, route));
            return Exchange.arrival(sandbox, state, journal, body, inFlight, arrivedAt, entry);
        });
    }

    private void handle(RoutedRequest request, BufferedResponse response, FilterChain chain) throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            OutOfMemoryExit.check(e);
            LOG.error("{} {} failed", request.getMethod(), Redaction.withoutParameters(request.getRequestURI()), e);
            ErrorWriter.replace(FrameworkErrors.unexpected(), request.getServletPath(), response);
        }
        sender.send(Exchange.of(request), request, response);
    }
}
