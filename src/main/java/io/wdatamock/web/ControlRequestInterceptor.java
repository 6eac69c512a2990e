package io.wdatamock.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses what the control API cannot answer, and query parameters that the operation does not know. */
@Component
public final class ControlRequestInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            if (answersJson(method)) {
                MediaTypes.requireAccepted(request); // the framework would notice only after the operation
            }
            QueryParameters.check(method, request, true);
        }
        return true;
    }

    private static boolean answersJson(HandlerMethod method) {
        RequestMapping mapping = method.getMethodAnnotation(RequestMapping.class);
        return !method.isVoid() && (mapping == null || mapping.produces().length == 0);
    }
}
