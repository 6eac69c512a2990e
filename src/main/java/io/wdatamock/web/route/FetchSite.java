package io.wdatamock.web.route;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsUtils;

/**
 * Determines the origin of a browser's request by Fetch Metadata, which web pages cannot set, or by the Origin header
 * where a browser sends no Fetch Metadata (plain HTTP to another machine).
 */
public final class FetchSite {

    private static final String SITE = "Sec-Fetch-Site";
    private static final String MODE = "Sec-Fetch-Mode";
    private static final String DESTINATION = "Sec-Fetch-Dest";

    private FetchSite() {}

    /**
     * Whether a page of another origin sent the request. Fetch Metadata takes precedence over a comparison of origins,
     * because only the browser knows the server's origin behind a proxy. Clients other than browsers send neither.
     */
    public static boolean isCrossOrigin(HttpServletRequest request) {
        String site = request.getHeader(SITE);
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none"); // "none": the user entered the address
        }
        return request.getHeader(HttpHeaders.ORIGIN) != null && differs(request);
    }

    /** Whether the request is a top-level navigation. Frames and posted forms are not. */
    public static boolean isLink(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && "navigate".equals(request.getHeader(MODE))
                && "document".equals(request.getHeader(DESTINATION));
    }

    private static boolean differs(HttpServletRequest request) {
        try {
            return CorsUtils.isCorsRequest(request);
        } catch (IllegalArgumentException e) {
            return true; // no origin
        }
    }
}
