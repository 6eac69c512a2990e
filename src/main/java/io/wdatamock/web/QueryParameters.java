package io.wdatamock.web;

import io.wdatamock.config.Validation;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.BaseErrorResponseDetail;
import io.wdatamock.wire.Sanitizer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Checks the parameters of a query: none is repeated, and none is unknown. */
final class QueryParameters {

    private static final Map<HandlerMethod, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private QueryParameters() {}

    /** Throws 400 for a repeated parameter; unknown ones are noted, or rejected under strict validation. */
    static void check(HandlerMethod method, HttpServletRequest request, Exchange exchange) {
        boolean strict = exchange.settings().validation() == Validation.STRICT;
        Set<String> unknown = check(method, request, strict);
        unknown.forEach(name -> exchange.explanation()
                .note("Query parameter %s is unknown and was ignored".formatted(Sanitizer.quote(name))));
    }

    /** Throws 400 for a repeated parameter and, if strict, for an unknown one; returns the accepted unknown ones. */
    static Set<String> check(HandlerMethod method, HttpServletRequest request, boolean strict) {
        if (request.getQueryString() == null) {
            return Set.of();
        }
        Set<String> known = KNOWN.computeIfAbsent(method, QueryParameters::known);
        Set<String> unknown = new LinkedHashSet<>(request.getParameterMap().keySet());
        unknown.removeAll(known);
        List<BaseErrorResponseDetail> violations = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                violations.add(violation(name, "was given %d times; give it once".formatted(values.length)));
            } else if (strict && unknown.contains(name)) {
                String remedy = known.isEmpty() ? "there is none" : "known are " + String.join(", ", known);
                violations.add(violation(name, "is not a known query parameter; " + remedy));
            }
        });
        if (!violations.isEmpty()) {
            throw ApiException.badRequest(violations);
        }
        return unknown;
    }

    private static BaseErrorResponseDetail violation(String name, String reason) {
        return ApiException.detail(400, Sanitizer.clean(name) + " " + reason, Sanitizer.clean(name));
    }

    private static Set<String> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(MethodParameter::getParameter)
                .map(java.lang.reflect.Parameter::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
