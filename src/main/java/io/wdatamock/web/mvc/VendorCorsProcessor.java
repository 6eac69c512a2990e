package io.wdatamock.web.mvc;

import io.wdatamock.web.error.ErrorWriter;
import io.wdatamock.web.route.FetchSite;
import io.wdatamock.web.route.Route;
import io.wdatamock.wire.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Rejects requests of other origins in the error format of the path. */
final class VendorCorsProcessor extends DefaultCorsProcessor {

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getHeader(HttpHeaders.ORIGIN) != null && !FetchSite.isCrossOrigin(request)) {
            // The default compares origins, but behind a proxy only the browser knows the server's origin.
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            return true;
        }
        boolean allowed = super.processRequest(configuration, request, response);
        if (!allowed) {
            ApiException error = ApiException.of(
                    HttpStatus.FORBIDDEN,
                    "The request's Origin is not among those that wdata-mock.cors.origins allows");
            ErrorWriter.write(error, Route.of(request).path(), response);
        }
        return allowed;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        // The error is written where the path is known.
    }
}
