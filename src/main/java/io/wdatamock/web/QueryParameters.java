package io.wdatamock.web;

import io.wdatamock.config.Validation;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.BaseErrorResponseDetail;
import io.wdatamock.wire.Quote;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Checks the names in a query: each at most once, and none that the operation does not know. */
final class QueryParameters {

    private static final Map<HandlerMethod, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private QueryParameters() {}

    static void check(HandlerMethod method, HttpServletRequest request, Exchange exchange) {
        if (request.getQueryString() == null) {
            return;
        }
        Set<String> known = KNOWN.computeIfAbsent(method, QueryParameters::known);
        List<BaseErrorResponseDetail> violations = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                violations.add(violation(name, "was given %d times; once is enough".formatted(values.length)));
            } else if (!known.contains(name)) {
                unknown(name, known, violations, exchange);
            }
        });
        if (!violations.isEmpty()) {
            throw ApiException.badRequest(violations);
        }
    }

    private static void unknown(
            String name, Set<String> known, List<BaseErrorResponseDetail> violations, Exchange exchange) {
        if (exchange.settings().validation() == Validation.STRICT) {
            String remedy = known.isEmpty() ? "there is none" : "known are " + String.join(", ", known);
            violations.add(violation(name, "is not a known query parameter; " + remedy));
        } else {
            exchange.explanation().note("Query parameter %s is unknown and was ignored".formatted(Quote.of(name)));
        }
    }

    private static BaseErrorResponseDetail violation(String name, String reason) {
        return ApiException.detail(400, Quote.plain(name) + " " + reason, Quote.plain(name));
    }

    private static Set<String> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(MethodParameter::getParameter)
                .map(java.lang.reflect.Parameter::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
