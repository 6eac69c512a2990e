package io.wdatamock.auth;

import io.wdatamock.memory.Evictable;
import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.Pressure;
import io.wdatamock.time.SeededRandom;
import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens that one sandbox has issued. Not thread-safe: the sandbox's lock guards it. */
public final class Tokens implements Evictable {

    /** Who calls without a token of this sandbox. */
    public static final String ANONYMOUS = "anonymous";

    /** How many tokens are kept; the oldest go first. */
    static final int KEPT = 10_000;

    private static final String CHALLENGE = "Bearer";

    private final String sandbox;
    private final SeededRandom draws;
    private final MemoryAccount account;
    private final Map<String, AccessToken> byValue = new LinkedHashMap<>();

    /** Tokens of the sandbox with this name, which is part of each so that no other sandbox knows it. */
    public Tokens(String sandbox, SeededRandom draws, Collection<AccessToken> issued, MemoryAccount account) {
        this.sandbox = sandbox;
        this.draws = draws;
        this.account = account;
        issued.forEach(this::put);
    }

    /** All tokens, the oldest first. */
    public List<AccessToken> all() {
        return List.copyOf(byValue.values());
    }

    /** Issues a token that is valid from now on for {@code lifetime}. */
    public AccessToken issue(String clientId, String scope, Instant now, Duration lifetime) {
        account.requireRoom(AccessToken.size(clientId, scope));
        String value = "wdata-mock." + sandbox + "." + draws.nextSecret("token");
        AccessToken token = new AccessToken(value, clientId, scope, now, now.plus(lifetime));
        put(token);
        return token;
    }

    private void put(AccessToken token) {
        byValue.put(token.value(), token);
        account.add(token.size());
        if (byValue.size() > KEPT) {
            dropOldest();
        }
    }

    @Override
    public long bytes() {
        return account.bytes();
    }

    @Override
    public boolean evictOldest(Pressure pressure) {
        if (byValue.size() <= pressure.kept()) {
            return false;
        }
        dropOldest();
        return true;
    }

    private void dropOldest() {
        Iterator<AccessToken> oldest = byValue.values().iterator();
        account.add(-oldest.next().size());
        oldest.remove();
    }

    /** The client that calls with this bearer token, or 401 if the mode refuses it. */
    public String client(@Nullable String bearer, AuthMode mode, Instant now) {
        AccessToken token = bearer == null ? null : byValue.get(bearer);
        if (mode != AuthMode.OFF && (bearer == null || bearer.isEmpty())) {
            throw refusal("There is no bearer token; send the header \"Authorization: Bearer <token>\"");
        }
        if (mode == AuthMode.ISSUED) {
            requireGood(token, now);
        }
        return token == null ? ANONYMOUS : token.clientId();
    }

    private void requireGood(@Nullable AccessToken token, Instant now) {
        if (token == null) {
            throw refusal("The bearer token was not issued by sandbox \"%s\"; ask its token endpoint for one"
                    .formatted(sandbox));
        }
        if (!now.isBefore(token.expires())) {
            throw refusal("The bearer token expired at %s and it is %s; ask the token endpoint for another"
                    .formatted(token.expires(), now));
        }
    }

    private static ApiException refusal(String message) {
        return ApiException.unauthorized(CHALLENGE, message);
    }
}
