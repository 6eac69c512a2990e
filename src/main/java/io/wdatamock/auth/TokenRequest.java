package io.wdatamock.auth;

import io.wdatamock.wire.Limits;
import io.wdatamock.wire.Sanitizer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A request for a token by client credentials (RFC 6749, section 4.4.2).
 *
 * @param scope the scope asked for, or the one that tokens have if none is
 */
public record TokenRequest(ClientCredentials client, String scope) {

    private static final String GRANT_TYPE = "client_credentials";
    private static final String DEFAULT_SCOPE = "wdata";

    /** The request in this body and this Authorization header; 400 or 401 if it is none. */
    public static TokenRequest parse(String body, @Nullable String authorization) {
        return of(Form.parse(body), authorization);
    }

    /** The same of a body in JSON, with members named like the fields of the form. */
    public static TokenRequest parseJson(String body, @Nullable String authorization) {
        return of(Form.parseJson(body), authorization);
    }

    private static TokenRequest of(Form form, @Nullable String authorization) {
        String grantType = form.value("grant_type")
                .orElseThrow(() ->
                        TokenErrors.invalidRequest("grant_type", "grant_type is missing, but must be " + GRANT_TYPE));
        if (!grantType.equals(GRANT_TYPE)) {
            throw TokenErrors.unsupportedGrantType(
                    "grant_type was %s, but must be %s".formatted(Sanitizer.of(grantType), GRANT_TYPE));
        }
        ClientCredentials client = ClientCredentials.of(form, authorization);
        requireShort("client_id", client.id());
        requireShort("client_secret", client.secret());
        String scope = form.value("scope").orElse(DEFAULT_SCOPE);
        if (Limits.isTooLong(scope, Limits.CREDENTIAL)) {
            throw TokenErrors.invalidScope("scope " + Limits.complaint(scope, Limits.CREDENTIAL));
        }
        return new TokenRequest(client, scope);
    }

    /** The secret is not shown. */
    private static void requireShort(String field, String value) {
        if (Limits.isTooLong(value, Limits.CREDENTIAL)) {
            throw TokenErrors.invalidRequest(
                    field,
                    "%s has %d characters, but must have at most %d; shorten it"
                            .formatted(field, value.length(), Limits.CREDENTIAL));
        }
    }

    /** Refuses with 401 a client that is not among those known; if none is, all are. */
    public void requireKnown(Collection<ClientCredentials> known) {
        if (!known.isEmpty() && !known.contains(client)) {
            throw ClientCredentials.refused(
                    "Client %s is unknown or its secret is another; wdata-mock.auth.clients lists those there are"
                            .formatted(Sanitizer.of(client.id())));
        }
    }
}
