package io.wdatamock.web;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.web.error.ErrorFormat;
import io.wdatamock.web.error.FrameworkErrors;
import io.wdatamock.web.route.BearerToken;
import io.wdatamock.wire.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Access to the control API: open, protected by a token, or disabled. */
@Component
final class ControlAccess {

    private final WdataMockProperties.Control settings;

    ControlAccess(WdataMockProperties properties) {
        this.settings = properties.control();
    }

    /** Throws 404 if the control API is disabled, and 401 if the token is missing or wrong. */
    void check(HttpServletRequest request) {
        if (!settings.enabled()) {
            throw ApiException.of(
                    HttpStatus.NOT_FOUND,
                    FrameworkErrors.noRoute(request.getMethod(), request.getRequestURI(), ErrorFormat.VENDOR));
        }
        if (settings.token() != null && !isSame(settings.token(), BearerToken.of(request))) {
            throw ApiException.unauthorized(
                    "Bearer", "The control API requires the bearer token that wdata-mock.control.token sets");
        }
    }

    private static boolean isSame(String wanted, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
