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

    VendorRequestInterceptor(RequestCounts counts) {
        this.counts = counts;
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
        return check(emulates.value(), method, request);
    }

    /** The framework itself handles OPTIONS; any other handler below the vendor's paths must declare its operation. */
    private static void requireOutsideOfVendorApi(HandlerMethod method, HttpServletRequest request) {
        if (request.getServletPath().startsWith(Route.API) && !HttpMethod.OPTIONS.matches(request.getMethod())) {
            throw new IllegalStateException(method + " must be annotated with @Emulates");
        }
    }

    private boolean check(VendorOperation operation, HandlerMethod method, HttpServletRequest request) {
        List<String> inPath = connectionIds(request);
        Exchange routed = Exchange.of(request)
                .routed(operation, Limits.firstIds(inPath, 1))
                .attachTo(request);
        MediaTypes.check(operation, request, routed);
        Exchange exchange =
                admit(operation, inPath, BearerToken.of(request), routed).attachTo(request);
        if (exchange.fault() != null) {
            applyFault(exchange, exchange.fault());
        }
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
            VendorOperation operation, List<String> inPath, @Nullable String token, Exchange routed) {
        Admission admission = routed.sandbox().atomicallyIn(routed.state(), state -> {
            routed.journal().update(routed.entry());
            String client = operation == VendorOperation.ISSUE_TOKEN
                    ? Tokens.ANONYMOUS
                    : authenticate(operation, inPath, token, state);
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

    private void applyFault(Exchange exchange, TriggeredFault triggered) {
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
