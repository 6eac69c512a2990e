package io.wdatamock.web;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.web.error.ErrorWriter;
import io.wdatamock.web.route.AllowedHosts;
import io.wdatamock.web.route.FetchSite;
import io.wdatamock.web.route.Route;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects requests that a browser sends for web pages of other origins: 421 if the host name may be rebound to this
 * machine, 403 if the origin is not allowed. It runs after the filter that applies a trusted proxy's headers, and
 * before all others.
 */
@Component
@Order(RequestOriginFilter.ORDER)
final class RequestOriginFilter extends OncePerRequestFilter {

    /** After {@code ForwardedHeaderFilter}, which has the highest precedence, and before {@code CorsFilter}. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 4;

    private final AllowedHosts hosts;
    private final CorsConfiguration cors = new CorsConfiguration();

    RequestOriginFilter(WdataMockProperties properties) {
        hosts = new AllowedHosts(properties.hosts());
        cors.setAllowedOrigins(properties.cors().origins());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ApiException error = error(request);
        if (error == null) {
            chain.doFilter(request, response);
        } else {
            ErrorWriter.write(error, Route.of(request).servletPath(), response);
        }
    }

    private @Nullable ApiException error(HttpServletRequest request) {
        ApiException misdirected = misdirected(request);
        return misdirected == null && FetchSite.isCrossOrigin(request) ? foreign(request) : misdirected;
    }

    /** Checks the Host header and, behind a trusted proxy, also the host that the client requested from the proxy. */
    private @Nullable ApiException misdirected(HttpServletRequest request) {
        String name = host(request);
        if (name == null) {
            return null;
        }
        if (!hosts.contains(name)) {
            return misdirected("Host header", name);
        }
        String asked = request.getServerName();
        return asked.equals(name) || hosts.contains(asked) ? null : misdirected("forwarded host", asked);
    }

    /** Returns the requested host; null for an HTTP/1.0 request without Host, which no browser sends. */
    private static @Nullable String host(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.HOST);
        if (header != null && !header.isEmpty()) {
            return AllowedHosts.name(header);
        }
        return request.getProtocol().startsWith("HTTP/1") ? null : request.getServerName();
    }

    private static ApiException misdirected(String source, String name) {
        return ApiException.of(
                HttpStatus.MISDIRECTED_REQUEST,
                "The %s was %s, but must be an IP address, a name without dots, a name that ends in .localhost, .local, .internal, .svc or .test, or one that wdata-mock.hosts lists"
                        .formatted(source, Sanitizer.quote(name)));
    }

    private @Nullable ApiException foreign(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        // Without an Origin, as for an image, only "*" permits the request.
        if (cors.checkOrigin(origin == null ? "null" : origin) != null) {
            return null;
        }
        if (FetchSite.isLink(request) && Route.of(request).isOwnPage(request.getMethod())) {
            return null;
        }
        return ApiException.of(
                HttpStatus.FORBIDDEN,
                origin == null
                        ? "The request came from a page of another origin, which wdata-mock.cors.origins does not allow"
                        : "The request's Origin is not among those that wdata-mock.cors.origins allows");
    }
}
