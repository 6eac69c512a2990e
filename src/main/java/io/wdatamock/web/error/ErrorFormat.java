package io.wdatamock.web.error;

import io.wdatamock.web.route.DeprecatedEndpoint;
import io.wdatamock.web.route.Route;
import io.wdatamock.wire.ApiException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** The formats of error responses, by path. */
public enum ErrorFormat {
    /** The vendor's envelope. */
    VENDOR(MediaType.APPLICATION_JSON_VALUE, "wdata") {
        @Override
        public Object body(ApiException error) {
            return error.toVendorError();
        }
    },
    /** OAuth errors (RFC 6749, section 5.2), for the token endpoints. */
    OAUTH(MediaType.APPLICATION_JSON_VALUE, "wdata") {
        @Override
        public Object body(ApiException error) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("error", oauthError(error));
            body.put("error_description", oauthText(error));
            return body;
        }
    },
    /** Problem details (RFC 9457), for the control API. */
    PROBLEM(MediaType.APPLICATION_PROBLEM_JSON_VALUE, "mock") {
        @Override
        public Object body(ApiException error) {
            HttpStatus known = HttpStatus.resolve(error.status());
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("title", known == null ? "Error" : known.getReasonPhrase());
            body.put("status", error.status());
            body.put("detail", error.getMessage());
            body.put("errors", error.details());
            return body;
        }
    };

    private static final String BASIC = "Basic realm=\"wdata-mock\"";

    private final String mediaType;
    private final String document;

    ErrorFormat(String mediaType, String document) {
        this.mediaType = mediaType;
        this.document = document;
    }

    public abstract Object body(ApiException error);

    /** Returns the headers of the error, with the challenge that a 401 requires. */
    public Map<String, String> headers(ApiException error) {
        Map<String, String> headers = new LinkedHashMap<>(error.headers());
        if (error.status() == HttpStatus.UNAUTHORIZED.value()) {
            headers.putIfAbsent(HttpHeaders.WWW_AUTHENTICATE, this == OAUTH ? BASIC : "Bearer");
        }
        return headers;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Returns the path of the OpenAPI document of the API. */
    String document() {
        return "/v3/api-docs/" + document;
    }

    /** Returns the format for a path without sandbox and base path. */
    public static ErrorFormat of(String path) {
        if (Route.isControl(path)) {
            return PROBLEM;
        }
        return path.equals("/oauth2/token") || path.equals(DeprecatedEndpoint.PATH) ? OAUTH : VENDOR;
    }

    private static String oauthError(ApiException error) {
        return switch (error.status()) {
            case 400 -> badRequest(error.details().get(0).code());
            case 401 -> "invalid_client";
            case 429, 503 -> "temporarily_unavailable";
            default -> error.status() >= 500 ? "server_error" : "invalid_request";
        };
    }

    /** Returns the message in the characters that RFC 6749 permits, which exclude double quotes. */
    private static String oauthText(ApiException error) {
        return String.valueOf(error.getMessage()).replace('"', '\'').replaceAll("[^\\x20-\\x7E]|\\\\", "?");
    }

    /** Returns the OAuth code of a 400; errors from outside the endpoint have none. */
    private static String badRequest(String code) {
        return code.equals("bad_request") ? "invalid_request" : code;
    }
}
