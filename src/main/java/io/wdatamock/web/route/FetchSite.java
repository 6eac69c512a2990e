package io.wdatamock.web.route;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsUtils;

/**
 * Whose page a browser sent a request for: by its Fetch Metadata, which web pages cannot set, and by the Origin header
 * where a browser sends none, which is to plain HTTP outside the machine.
 */
public final class FetchSite {

    private static final String SITE = "Sec-Fetch-Site";
    private static final String MODE = "Sec-Fetch-Mode";
    private static final String DESTINATION = "Sec-Fetch-Dest";

    private FetchSite() {}

    /**
     * Whether a page of another origin sent the request. What the browser says prevails over a comparison of origins,
     * since only the browser knows under which origin a proxy shows the server. Clients that are no browsers say neither.
     */
    public static boolean isCrossOrigin(HttpServletRequest request) {
        String site = request.getHeader(SITE);
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none"); // none: a person typed the address
        }
        return request.getHeader(HttpHeaders.ORIGIN) != null && differs(request);
    }

    /** Whether a person follows a link in a tab of its own. Frames and forms that are posted are no links. */
    public static boolean isLink(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && "navigate".equals(request.getHeader(MODE))
                && "document".equals(request.getHeader(DESTINATION));
    }

    private static boolean differs(HttpServletRequest request) {
        try {
            return CorsUtils.isCorsRequest(request);
        } catch (IllegalArgumentException e) {
            return true; // no origin at all
        }
    }
}
