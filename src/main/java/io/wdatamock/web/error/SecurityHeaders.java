package io.wdatamock.web.error;

import jakarta.servlet.http.HttpServletResponse;

/** Headers that restrict what a browser does with a response. */
public final class SecurityHeaders {

    private SecurityHeaders() {}

    /** Disables content sniffing, so that a browser never treats a client's text as a script or a page. */
    public static void forbidSniffing(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    /** Forbids other pages to show this one in a frame; a page may set a stricter policy. */
    public static void forbidFraming(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
    }
}
