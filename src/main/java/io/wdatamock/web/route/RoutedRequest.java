package io.wdatamock.web.route;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request with sandbox and base path moved into the context path. */
public final class RoutedRequest extends HttpServletRequestWrapper {

    private final Route route;

    public RoutedRequest(HttpServletRequest request, Route route) {
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
