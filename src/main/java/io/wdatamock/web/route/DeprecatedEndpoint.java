package io.wdatamock.web.route;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The older of the two token endpoints. The vendor deprecated it on 2026-02-12 and will remove it on 2029-01-31. Its
 * responses have the headers {@code Deprecation} (RFC 9745) and {@code Sunset} (RFC 8594).
 */
public final class DeprecatedEndpoint {

    public static final String PATH = "/iam/v1/oauth2/token";

    private static final Instant DEPRECATED = Instant.parse("2026-02-12T00:00:00Z");
    private static final Instant GONE = Instant.parse("2029-01-31T00:00:00Z");

    private DeprecatedEndpoint() {}

    /** Adds the headers to a response if the path is that of the older endpoint. */
    public static void announce(String servletPath, HttpServletResponse response) {
        if (servletPath.equals(PATH)) {
            response.setHeader("Deprecation", "@" + DEPRECATED.getEpochSecond());
            response.setHeader("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(GONE.atOffset(ZoneOffset.UTC)));
        }
    }
}
