package io.wdatamock.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Rejects requests to the control API that do not accept JSON (406) or have unknown query parameters (400). */
@Component
public final class ControlRequestInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            if (answersJson(method)) {
                MediaTypes.requireAccepted(request); // the framework checks this only after the operation
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
