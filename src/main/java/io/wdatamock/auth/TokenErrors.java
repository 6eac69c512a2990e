package io.wdatamock.auth;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.BaseErrorResponseDetail;
import java.util.List;

/** Errors of the token endpoint, with the codes of RFC 6749, section 5.2. */
final class TokenErrors {

    private TokenErrors() {}

    static ApiException invalidRequest(String target, String message) {
        return badRequest("invalid_request", target, message);
    }

    static ApiException unsupportedGrantType(String message) {
        return badRequest("unsupported_grant_type", "grant_type", message);
    }

    static ApiException invalidScope(String message) {
        return badRequest("invalid_scope", "scope", message);
    }

    private static ApiException badRequest(String code, String target, String message) {
        return ApiException.badRequest(List.of(new BaseErrorResponseDetail(code, message, target)));
    }
}
