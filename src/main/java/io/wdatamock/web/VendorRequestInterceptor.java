package io.wdatamock.web;

import io.wdatamock.auth.Tokens;
import io.wdatamock.fault.Faults;
import io.wdatamock.fault.TriggeredFault;
import io.wdatamock.fault.When;
import io.wdatamock.sandbox.SandboxState;
import io.wdatamock.web.body.RequestBody;
import io.wdatamock.web.route.BearerToken;
import io.wdatamock.web.route.Route;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.VendorOperation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Checks a request to the vendor's API between routing and the operation, in this order: media types, bearer token, rate
 * limit, faults, size of the body, query parameters, length of the IDs in the path.
 */
@Component
public final class VendorRequestInterceptor implements HandlerInterceptor {

    private final RequestCounts counts;
    private final UpstreamForwarder upstream;

    VendorRequestInterceptor(RequestCounts counts, UpstreamForwarder upstream) {
        this.counts = counts;
        this.upstream = upstream;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Emulates emulates = method.getMethodAnnotation(Emulates.class);
        if (emulates == null) {
            requireOutsideOfVendorApi(method, request);
            return true;
        }
        return upstream.isActive()
                ? forward(emulates.value(), request, response)
                : check(emulates.value(), method, request);
    }

    /** The framework itself handles OPTIONS; any other handler below the vendor's paths must declare its operation. */
    private static void requireOutsideOfVendorApi(HandlerMethod method, HttpServletRequest request) {
        if (request.getServletPath().startsWith(Route.API) && !HttpMethod.OPTIONS.matches(request.getMethod())) {
            throw new IllegalStateException(method + " must be annotated with @Emulates");
        }
    }

    /** Forwards a request to the upstream, which decides on all but the faults of the sandbox; returns false. */
    private boolean forward(VendorOperation operation, HttpServletRequest request, HttpServletResponse response) {
        List<String> inPath = connectionIds(request);
        Exchange routed = route(operation, inPath, request);
        Exchange exchange =
                admit(operation, inPath, state -> Tokens.ANONYMOUS, routed).attachTo(request);
        applyFault(exchange);
        if (!exchange.skipsOperation()) {
            upstream.forward(operation, exchange, request, response);
        }
        return false;
    }

    private static Exchange route(VendorOperation operation, List<String> inPath, HttpServletRequest request) {
        return Exchange.of(request)
                .routed(operation, Limits.firstIds(inPath, 1))
                .attachTo(request);
    }

    private boolean check(VendorOperation operation, HandlerMethod method, HttpServletRequest request) {
        List<String> inPath = connectionIds(request);
        Exchange routed = route(operation, inPath, request);
        MediaTypes.check(operation, request, routed);
        String token = BearerToken.of(request);
        Exchange exchange = admit(operation, inPath, state -> authenticate(operation, inPath, token, state), routed)
                .attachTo(request);
        applyFault(exchange);
        exchange.body().content();
        if (operation != VendorOperation.ISSUE_TOKEN) {
            QueryParameters.check(method, request, exchange);
            pathVariables(request).forEach(Limits::requireId);
        }
        return !exchange.skipsOperation();
    }

    /** What admission decides under the sandbox's lock; {@code bodyDecides} if a fault depends on the entries of a batch. */
    private record Admission(String client, Optional<TriggeredFault> fault, boolean bodyDecides) {}

    /** Authenticates the client, counts the request against the rate limit and selects a fault, under one lock. */
    private static Exchange admit(
            VendorOperation operation,
            List<String> inPath,
            Function<SandboxState, String> authentication,
            Exchange routed) {
        Admission admission = routed.sandbox().atomicallyIn(routed.state(), state -> {
            routed.journal().update(routed.entry());
            String client = authentication.apply(state);
            Faults faults = state.faults();
            return operation == VendorOperation.REFRESH_BATCH && faults.dependOnBatchEntries()
                    ? new Admission(client, Optional.empty(), true)
                    : new Admission(client, faults.trigger(operation, inPath), false);
        });
        Optional<TriggeredFault> fault = admission.bodyDecides ? triggerByBody(operation, routed) : admission.fault;
        return routed.admitted(admission.client, fault.orElse(null));
    }

    private static String authenticate(
            VendorOperation operation, List<String> inPath, @Nullable String token, SandboxState state) {
        if (operation == VendorOperation.ISSUE_TOKEN) {
            return Tokens.ANONYMOUS;
        }
        String client = state.tokens().client(token, state.settings().auth(), state.now());
        state.checkRateLimit(operation, inPath.stream().findFirst());
        return client;
    }

    private static Optional<TriggeredFault> triggerByBody(VendorOperation operation, Exchange routed) {
        List<String> connectionIds = namedInBatch(routed.body());
        return routed.sandbox()
                .atomicallyIn(routed.state(), state -> state.faults().trigger(operation, connectionIds));
    }

    private static List<String> namedInBatch(RequestBody body) {
        try {
            body.content();
            return body.connectionIds();
        } catch (ApiException e) {
            return List.of(); // the body is rejected later and names no connection
        }
    }

    private void applyFault(Exchange exchange) {
        TriggeredFault triggered = exchange.fault();
        if (triggered == null) {
            return;
        }
        exchange.explanation()
                .because("Fault %s applied %s the operation: %s"
                        .formatted(triggered.faultId(), triggered.when(), triggered));
        counts.faultApplied(triggered.fault().effect());
        if (triggered.when() == When.BEFORE) {
            FaultInjector.apply(triggered, exchange.inFlight());
        }
    }

    private static List<String> connectionIds(HttpServletRequest request) {
        String connectionId = pathVariables(request).get("connectionId");
        return connectionId == null ? List.of() : List.of(connectionId);
    }

    @SuppressWarnings("unchecked") // the attribute's type is documented
    private static Map<String, String> pathVariables(HttpServletRequest request) {
        @Nullable Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }
}
