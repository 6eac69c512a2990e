package io.wdatamock.auth;

import io.wdatamock.wire.Limits;
import io.wdatamock.wire.Sanitizer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A request for a token by client credentials (RFC 6749, section 4.4.2).
 *
 * @param scope the requested scope, or the default scope
 */
public record TokenRequest(ClientCredentials client, String scope) {

    private static final String GRANT_TYPE = "client_credentials";
    private static final String DEFAULT_SCOPE = "wdata";

    /** Parses the form and the Authorization header; throws 400 or 401 if they are not a valid request. */
    public static TokenRequest parse(String body, @Nullable String authorization) {
        return of(Form.parse(body), authorization);
    }

    /** Parses a JSON body whose members are named like the fields of the form. */
    public static TokenRequest parseJson(String body, @Nullable String authorization) {
        return of(Form.parseJson(body), authorization);
    }

    private static TokenRequest of(Form form, @Nullable String authorization) {
        String grantType = form.value("grant_type")
                .orElseThrow(() ->
                        TokenErrors.invalidRequest("grant_type", "grant_type is missing, but must be " + GRANT_TYPE));
        if (!grantType.equals(GRANT_TYPE)) {
            throw TokenErrors.unsupportedGrantType(
                    "grant_type was %s, but must be %s".formatted(Sanitizer.quote(grantType), GRANT_TYPE));
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

    /** Rejects a value that is too long, without showing it. */
    private static void requireShort(String field, String value) {
        if (Limits.isTooLong(value, Limits.CREDENTIAL)) {
            throw TokenErrors.invalidRequest(
                    field,
                    "%s has %d characters, but must have at most %d; shorten it"
                            .formatted(field, value.length(), Limits.CREDENTIAL));
        }
    }

    /** Rejects a client with 401 if it is not among the known ones; an empty collection accepts all. */
    public void requireKnown(Collection<ClientCredentials> known) {
        if (!known.isEmpty() && !known.contains(client)) {
            throw ClientCredentials.unauthorized(
                    "Client %s is unknown or its secret is wrong; wdata-mock.auth.clients lists the known clients"
                            .formatted(Sanitizer.quote(client.id())));
        }
    }
}
