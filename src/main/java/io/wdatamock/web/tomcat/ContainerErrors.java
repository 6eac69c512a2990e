package io.wdatamock.web.tomcat;

import io.wdatamock.web.error.ErrorFormat;
import io.wdatamock.web.error.FrameworkErrors;
import io.wdatamock.web.redaction.Redaction;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Words for errors that Tomcat reports before any filter. */
final class ContainerErrors {

    /**
     * Tomcat's messages quote the invalid part in brackets. Only the name of a header is used, and nothing of a query,
     * because both may be secret.
     */
    private static final Pattern STUMBLE = Pattern.compile("\\[([^:\\s\\]?;=&]+)");

    private ContainerErrors() {}

    /** Returns the error for the status that Tomcat has set. */
    static ApiException translate(Request request, Response response, @Nullable Throwable cause) {
        int status = response.getStatus();
        return switch (status) {
            case 400 -> badRequest(request, response, cause);
            case 404 ->
                ApiException.of(
                        HttpStatus.NOT_FOUND,
                        FrameworkErrors.noRoute(request.getMethod(), uri(request), ErrorFormat.VENDOR));
            case 408 -> FrameworkErrors.lateBody();
            case 500 -> FrameworkErrors.unexpected();
            default -> ApiException.of(status, reason(status, request), Map.of());
        };
    }

    private static ApiException badRequest(Request request, Response response, @Nullable Throwable cause) {
        if (cause instanceof IOException) {
            return FrameworkErrors.brokenBody();
        }
        return ApiException.badRequest(
                null, cause == null ? misplaced(request, response.getMessage()) : malformed(request, cause));
    }

    /** Describes the error in a request whose parts are well-formed. */
    private static String misplaced(Request request, @Nullable String complaint) {
        String path = uri(request);
        return complaint == null && !path.contains("%")
                ? "Host, Content-Length or Transfer-Encoding is missing, malformed, or contradicts another header"
                : ("The path was %s, but must begin with '/', be percent-encoded UTF-8, not lead above '/', and not"
                                + " encode '/', '\\' or a null")
                        .formatted(Sanitizer.quote(path));
    }

    private static String malformed(Request request, Throwable cause) {
        String complaint = String.valueOf(cause.getMessage());
        Matcher stumble = STUMBLE.matcher(complaint);
        boolean located = stumble.find();
        if (cause instanceof IllegalStateException) {
            return "The request has too many headers" + (located ? "; the most are " + stumble.group(1) : "");
        }
        String place = located ? " at " + Sanitizer.quote(stumble.group(1)) : "";
        return request.getRequestURI() == null
                ? "The request line is too long or malformed%s; percent-encode what a URI may not contain"
                        .formatted(place)
                : "A header or the version of HTTP is too long or malformed" + place;
    }

    private static String reason(int status, Request request) {
        HttpStatus known = HttpStatus.resolve(status);
        return switch (status) {
            case 405 -> "The method was %s, which no path allows".formatted(request.getMethod());
            case 417 ->
                "The Expect header was %s, but must be 100-continue".formatted(header(request, HttpHeaders.EXPECT));
            case 501 ->
                "The method was %s and the Transfer-Encoding %s, but CONNECT and codings other than chunked are not supported"
                        .formatted(request.getMethod(), header(request, HttpHeaders.TRANSFER_ENCODING));
            case 505 ->
                "The version of HTTP was %s, but must be HTTP/1.0 or HTTP/1.1"
                        .formatted(Sanitizer.quote(
                                String.valueOf(request.getProtocol()).replaceAll("[?;=&].*", "")));
            default -> known == null ? "Error" : known.getReasonPhrase();
        };
    }

    private static String header(Request request, String name) {
        String value = request.getHeader(name);
        return value == null ? "missing" : Sanitizer.quote(value);
    }

    /** Returns the path as sent, as far as it could be parsed, without parameters that may be secret. */
    static String uri(Request request) {
        return request.getRequestURI() == null ? "" : Redaction.withoutParameters(request.getRequestURI());
    }
}
