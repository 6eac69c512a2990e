package io.wdatamock.web.route;

import io.wdatamock.connection.Names;
import io.wdatamock.sandbox.Sandboxes;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A request's path, taken apart.
 *
 * @param prefix what comes before the path proper, as it was sent: the sandbox and the vendor's base path
 * @param path the path proper, as it was sent
 * @param servletPath the path proper as it is meant: decoded, and without what follows a semicolon in its segments
 * @param sandboxInPath the sandbox that the path names, if it names one
 */
public record Route(
        String prefix,
        String path,
        String servletPath,
        @Nullable String sandboxInPath) {

    /** The header by which clients that cannot set a base path name their sandbox. */
    static final String SANDBOX_HEADER = "X-Wdata-Mock-Sandbox";

    /** Where the paths of the vendor's API begin. */
    public static final String API = "/api/v1/";

    private static final String CONTROL = "/__mock";
    private static final String LIVE = "/live/";
    private static final String SANDBOX = "/sandbox/";
    private static final String VENDOR_BASE = "/s/wdata/prep";
    private static final String VENDOR_API = VENDOR_BASE + API;
    private static final Pattern MATRIX_PARAMETERS = Pattern.compile(";[^/]*");

    /** The route of a request that has not been routed yet. */
    public static Route of(HttpServletRequest request) {
        String base = request.getContextPath();
        return of(base, request.getRequestURI().substring(base.length()));
    }

    /** The route to a path below a base, both as they were sent. */
    public static Route of(String base, String path) {
        String prefix = base;
        String rest = path;
        String sandbox = null;
        if (rest.startsWith(SANDBOX)) {
            int end = rest.indexOf('/', SANDBOX.length());
            String segment = end < 0 ? rest.substring(SANDBOX.length()) : rest.substring(SANDBOX.length(), end);
            sandbox = decode(segment);
            prefix += SANDBOX + segment;
            rest = end < 0 ? "" : rest.substring(end);
        }
        if (rest.startsWith(VENDOR_API)) {
            prefix += VENDOR_BASE;
            rest = rest.substring(VENDOR_BASE.length());
        }
        return new Route(prefix, rest, decode(MATRIX_PARAMETERS.matcher(rest).replaceAll("")), sandbox);
    }

    /** The sandbox that path and header name; 400 if they name different ones. */
    public String sandbox(HttpServletRequest request) {
        Set<String> names = new LinkedHashSet<>();
        if (sandboxInPath != null) {
            names.add(sandboxInPath);
        }
        names.addAll(Collections.list(request.getHeaders(SANDBOX_HEADER)));
        if (names.size() > 1) {
            throw ApiException.badRequest(
                    SANDBOX_HEADER,
                    "The request names several sandboxes, %s; path and header %s must name the same one"
                            .formatted(Sanitizer.plain(String.join(", ", names)), SANDBOX_HEADER));
        }
        return names.isEmpty() ? Sandboxes.DEFAULT : names.iterator().next();
    }

    /** Whether a request is for one of the server's own pages, which are nothing that clients of the vendor see. */
    public boolean isOwnPage(String method) {
        return path.startsWith("/swagger-ui")
                || path.startsWith("/v3/api-docs")
                || path.startsWith("/actuator")
                || isLivePage(method);
    }

    /** What is not only looked at here is a mistake of a client's, which its journal is to show. */
    private boolean isLivePage(String method) {
        boolean looks = method.equals("GET") || method.equals("HEAD");
        boolean isIts = path.isEmpty() || path.equals("/") || path.startsWith(LIVE);
        return looks && isIts && (sandboxInPath == null || Names.allow(sandboxInPath));
    }

    /** Whether the path is the control API's, however it is spelt. */
    public boolean isControl() {
        return isControl(servletPath);
    }

    /** Whether a {@link #servletPath} is the control API's. */
    public static boolean isControl(String servletPath) {
        return servletPath.equals(CONTROL) || servletPath.startsWith(CONTROL + "/");
    }

    private static String decode(String encoded) {
        try {
            return UriUtils.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
