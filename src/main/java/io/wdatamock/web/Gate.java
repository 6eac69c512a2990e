package io.wdatamock.web;

import io.wdatamock.fault.Effect;
import io.wdatamock.fault.Faults;
import io.wdatamock.fault.Strike;
import io.wdatamock.fault.When;
import io.wdatamock.sandbox.World;
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

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Operation.of(method.getMethod().getName()).ifPresent(operation -> check(operation, method, request));
        }
        return true;
    }

    private static void check(Operation operation, HandlerMethod method, HttpServletRequest request) {
        Exchange exchange = Exchange.of(request);
        MediaTypes.check(operation, request, exchange.body());
        if (operation != Operation.ISSUE_TOKEN) {
            exchange.sandbox().atomically(world -> admit(world, request, exchange));
        }
        strike(operation, request, exchange);
        exchange.body().bytes();
        if (operation != Operation.ISSUE_TOKEN) {
            QueryParameters.check(method, request, exchange);
        }
    }

    private static World admit(World world, HttpServletRequest request, Exchange exchange) {
        String token = BearerToken.of(request);
        exchange.setClient(world.tokens().client(token, world.settings().auth(), world.now()));
        world.takeTurn();
        return world;
    }

    private static void strike(Operation operation, HttpServletRequest request, Exchange exchange) {
        List<String> connectionIds = connectionIds(operation, request, exchange);
        Optional<Strike> strike =
                exchange.sandbox().atomically(world -> world.faults().strike(operation, connectionIds));
        strike.ifPresent(fault -> {
            exchange.setStrike(fault);
            exchange.explanation().because("Fault %s struck".formatted(fault.faultId()));
            if (fault.fault().when() == When.BEFORE && fault.fault().effect() instanceof Effect.Status status) {
                throw status.toException();
            }
        });
    }

    private static List<String> connectionIds(Operation operation, HttpServletRequest request, Exchange exchange) {
        if (operation == Operation.REFRESH_BATCH && exchange.sandbox().atomically(Gate::looksIntoBatches)) {
            return JsonBody.connectionIds(exchange.body());
        }
        String connectionId = pathVariables(request).get("connectionId");
        return connectionId == null ? List.of() : List.of(connectionId);
    }

    private static boolean looksIntoBatches(World world) {
        Faults faults = world.faults();
        return faults.lookIntoBatches();
    }

    @SuppressWarnings("unchecked") // the attribute's type is documented
    private static Map<String, String> pathVariables(HttpServletRequest request) {
        @Nullable Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }
}
