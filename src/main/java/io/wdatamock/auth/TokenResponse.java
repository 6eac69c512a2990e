package io.wdatamock.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/** The response with an issued token (RFC 6749, section 5.1); {@code expires_in} is in whole seconds. */
public record TokenResponse(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        String scope) {

    public static TokenResponse of(AccessToken token) {
        Duration lifetime = Duration.between(token.issued(), token.expires());
        return new TokenResponse(token.value(), "bearer", lifetime.toSeconds(), token.scope());
    }
}
