package io.wdatamock.web;

import io.wdatamock.fault.Fault;
import io.wdatamock.fault.Strike;
import io.wdatamock.fault.When;
import io.wdatamock.metrics.RequestCounts;
import io.wdatamock.sandbox.World;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The checks between routing and the operation itself, in their order: media types, bearer token, rate limit, faults,
 * length of the body, and parameters nobody knows.
 */
@Component
final class Gate implements HandlerInterceptor {

    private final RequestCounts counts;

    Gate(RequestCounts counts) {
        this.counts = counts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Optional<Exchange> exchange = Exchange.find(request);
        Optional<Operation> operation = Operation.of(method.getMethod().getName());
        if (exchange.isPresent() && operation.isPresent()) {
            check(operation.get(), method, request, exchange.get());
            return !exchange.get().isCutOff();
        }
        return true;
    }

    private void check(Operation operation, HandlerMethod method, HttpServletRequest request, Exchange exchange) {
        List<String> connectionIds = connectionIds(request);
        exchange.routed(operation, Limits.firstIds(connectionIds, 1));
        MediaTypes.check(operation, request, exchange);
        if (operation != Operation.ISSUE_TOKEN) {
            exchange.inWorld(world -> {
                admit(world, request, exchange);
                world.takeTurn(operation, connectionIds.stream().findFirst());
                return world;
            });
        }
        strike(operation, connectionIds, exchange);
        exchange.body().content();
        if (operation != Operation.ISSUE_TOKEN) {
            QueryParameters.check(method, request, exchange);
            pathVariables(request).forEach(Limits::requireId);
        }
    }

    private static void admit(World world, HttpServletRequest request, Exchange exchange) {
        String token = BearerToken.of(request);
        exchange.setClient(world.tokens().client(token, world.settings().auth(), world.now()));
    }

    private void strike(Operation operation, List<String> inPath, Exchange exchange) {
        boolean looksIntoBatch = operation == Operation.REFRESH_BATCH
                && exchange.inWorld(world -> world.faults().lookIntoBatches());
        List<String> connectionIds = looksIntoBatch ? namedInBatch(exchange.body()) : inPath;
        Optional<Strike> strike = exchange.inWorld(world -> world.faults().strike(operation, connectionIds));
        strike.ifPresent(exchange::setStrike);
        strike.map(Strike::fault).map(Fault::effect).ifPresent(counts::struck);
        strike.filter(due -> due.when() == When.BEFORE).ifPresent(due -> Ordeal.undergo(due, exchange.inFlight()));
    }

    private static List<String> namedInBatch(RequestBody body) {
        try {
            body.content();
            return body.connectionIds();
        } catch (ApiException e) {
            return List.of(); // a body that is refused later names nothing
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
