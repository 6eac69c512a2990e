package io.wdatamock.auth;

import io.wdatamock.wire.ApiException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client that requests a token, and its secret (RFC 6749, section 2.3.1). */
public record ClientCredentials(String id, String secret) {

    private static final String SCHEME = "Basic ";
    private static final String CHALLENGE = "Basic realm=\"wdata-mock\"";

    /**
     * Returns the credentials from the form or the Authorization header, but not both; throws 400 or 401 if there are
     * none.
     */
    static ClientCredentials of(Form form, @Nullable String authorization) {
        Optional<String> id = form.value("client_id");
        Optional<String> secret = form.value("client_secret");
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            if (secret.isPresent()) {
                throw TokenErrors.invalidRequest(
                        "client_secret", "The client authenticates in the form and in the header; it must do it once");
            }
            return basic(authorization.substring(SCHEME.length()).strip());
        }
        return new ClientCredentials(
                id.orElseThrow(() -> missing("client_id")), secret.orElseThrow(() -> missing("client_secret")));
    }

    /** 401 with this message. */
    static ApiException unauthorized(String message) {
        return ApiException.unauthorized(CHALLENGE, message);
    }

    private static ClientCredentials basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                return new ClientCredentials(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)));
            }
        } catch (IllegalArgumentException e) {
            // continues with the 401 below
        }
        throw unauthorized("The Authorization header is not HTTP Basic; it must be Base64 of client_id:client_secret");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static ApiException missing(String field) {
        return unauthorized("%s is missing; send it in the form, or both by HTTP Basic".formatted(field));
    }
}
