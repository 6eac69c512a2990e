package io.wdatamock.fidelity;

import io.wdatamock.observation.Observation;
import io.wdatamock.wire.VendorOperation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks of tokens. */
final class TokenChecks {

    private static final String OLDER = "/iam/v1/oauth2/token";
    private static final int LIFETIME = 600;
    private static final List<String> FIELDS = List.of("access_token", "token_type", "expires_in", "scope");

    private TokenChecks() {}

    static Map<String, Check> all() {
        return Map.ofEntries(
                Map.entry("token-endpoint", endpoint(false)),
                Map.entry("older-token-endpoint", endpoint(true)),
                Map.entry("older-endpoint-headers", (Check.OfOne) TokenChecks::deprecation),
                Map.entry("grant-type", (Check.OfOne) TokenChecks::grantType),
                Map.entry("token-fields", (Check.OfOne) TokenChecks::fields),
                Map.entry("token-type", (Check.OfOne) TokenChecks::type),
                Map.entry("expires-in", (Check.OfOne) TokenChecks::expiresIn),
                Map.entry("token-error", (Check.OfOne) TokenChecks::error));
    }

    private static boolean isIssued(Observation seen) {
        return seen.calls(VendorOperation.ISSUE_TOKEN) && seen.status() == 200;
    }

    private static boolean isOlder(Observation seen) {
        return seen.calls(VendorOperation.ISSUE_TOKEN) && seen.path().endsWith(OLDER);
    }

    private static Check.OfOne endpoint(boolean older) {
        return seen -> Finding.confirmedIf(isIssued(seen) && isOlder(seen) == older);
    }

    private static Finding deprecation(Observation seen) {
        return Finding.when(
                isOlder(seen),
                seen.header("Deprecation").isPresent() && seen.header("Sunset").isPresent());
    }

    private static Finding grantType(Observation seen) {
        @Nullable JsonNode request = seen.request();
        String given = Objects.requireNonNullElse(request, seen.response())
                .path("grant_type")
                .asString("");
        boolean isOther = request != null && !given.equals("client_credentials");
        boolean decides = seen.status() == 200 || seen.status() == 400;
        return Finding.when(seen.calls(VendorOperation.ISSUE_TOKEN) && isOther && decides, seen.status() == 400);
    }

    private static Finding fields(Observation seen) {
        return Finding.when(isIssued(seen), FIELDS.stream().allMatch(seen.response()::has));
    }

    private static Finding type(Observation seen) {
        return Finding.when(
                isIssued(seen), seen.response().path("token_type").asString("").equals("bearer"));
    }

    private static Finding expiresIn(Observation seen) {
        return Finding.when(isIssued(seen), seen.response().path("expires_in").asInt(0) == LIFETIME);
    }

    private static Finding error(Observation seen) {
        return Finding.when(
                seen.calls(VendorOperation.ISSUE_TOKEN) && seen.status() >= 400,
                seen.response().path("error").isString());
    }
}
