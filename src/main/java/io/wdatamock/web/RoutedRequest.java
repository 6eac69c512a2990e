package io.wdatamock.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as it would have come without sandbox and base path; to the framework these look like a context path. */
final class RoutedRequest extends HttpServletRequestWrapper {

    private final Route route;

    RoutedRequest(HttpServletRequest request, Route route) {
        super(request);
        this.route = route;
    }

    @Override
    public String getContextPath() {
        return route.prefix();
    }

    @Override
    public String getServletPath() {
        return route.servletPath();
    }
}
