package io.wdatamock.web.route;

import io.wdatamock.connection.NameRule;
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
 * The parts of a request's path.
 *
 * @param prefix the part before the path, as sent: context path, sandbox and the vendor's base path
 * @param path the path without the prefix, as sent
 * @param servletPath the path without the prefix, decoded and without matrix parameters
 * @param sandboxInPath the sandbox in the path; null if there is none
 */
public record Route(
        String prefix,
        String path,
        String servletPath,
        @Nullable String sandboxInPath) {

    /** The header with the sandbox, for clients that cannot set a base path. */
    static final String SANDBOX_HEADER = "X-Wdata-Mock-Sandbox";

    /** The prefix of the vendor's paths. */
    public static final String API = "/api/v1/";

    /** The path of the MCP endpoint, which belongs to the control API. */
    public static final String MCP = "/mcp";

    /** The path of the description of this server for language models (llmstxt.org). */
    public static final String LLMS = "/llms.txt";

    private static final String CONTROL = "/__mock";
    private static final String LIVE = "/live/";
    private static final String SANDBOX = "/sandbox/";
    private static final String VENDOR_BASE = "/s/wdata/prep";
    private static final String VENDOR_API = VENDOR_BASE + API;
    private static final Pattern MATRIX_PARAMETERS = Pattern.compile(";[^/]*");

    /** Returns the route of a request. */
    public static Route of(HttpServletRequest request) {
        String base = request.getContextPath();
        return of(base, request.getRequestURI().substring(base.length()));
    }

    /** Returns the route of a path below a context path, both as sent. */
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

    /** Returns the sandbox of path and header; throws 400 if they differ. */
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
                            .formatted(Sanitizer.clean(String.join(", ", names)), SANDBOX_HEADER));
        }
        return names.isEmpty() ? Sandboxes.DEFAULT : names.iterator().next();
    }

    /** Whether the request is for one of the server's own pages, which the vendor does not have. */
    public boolean isOwnPage(String method) {
        return path.startsWith("/swagger-ui")
                || path.startsWith("/v3/api-docs")
                || path.startsWith("/actuator")
                || isLivePage(method);
    }

    /** Whether it is a GET or HEAD of the live page; other methods are client errors that belong in the journal. */
    private boolean isLivePage(String method) {
        boolean isRead = method.equals("GET") || method.equals("HEAD");
        boolean isPagePath = path.isEmpty() || path.equals("/") || path.startsWith(LIVE) || path.equals(LLMS);
        return isRead && isPagePath && (sandboxInPath == null || NameRule.permits(sandboxInPath));
    }

    /** Whether the path is that of the control API, in any spelling. */
    public boolean isControl() {
        return isControl(servletPath);
    }

    /** Whether a {@link #servletPath} is that of the control API. */
    public static boolean isControl(String servletPath) {
        return servletPath.equals(CONTROL) || servletPath.startsWith(CONTROL + "/") || servletPath.equals(MCP);
    }

    private static String decode(String encoded) {
        try {
            return UriUtils.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
