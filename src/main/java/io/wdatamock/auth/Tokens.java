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

/** The tokens that one sandbox has issued. Not thread-safe: guarded by the sandbox's lock. */
public final class Tokens implements Evictable {

    /** The client ID of requests without a token of this sandbox. */
    public static final String ANONYMOUS = "anonymous";

    /** The maximum number of stored tokens; the oldest are removed first. */
    static final int KEPT = 10_000;

    private static final String CHALLENGE = "Bearer";

    private final String sandbox;
    private final SeededRandom draws;
    private final MemoryAccount account;
    private final Map<String, AccessToken> byValue = new LinkedHashMap<>();

    /** Creates the tokens of a sandbox. Its name is part of each token, so that no other sandbox accepts it. */
    public Tokens(String sandbox, SeededRandom draws, Collection<AccessToken> issued, MemoryAccount account) {
        this.sandbox = sandbox;
        this.draws = draws;
        this.account = account;
        issued.forEach(this::put);
    }

    /** Returns all tokens, the oldest first. */
    public List<AccessToken> all() {
        return List.copyOf(byValue.values());
    }

    /** Issues a token that is valid for {@code lifetime} from now. */
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

    /** Returns the client ID of a bearer token; throws 401 if the mode rejects the token. */
    public String client(@Nullable String bearer, AuthMode mode, Instant now) {
        AccessToken token = bearer == null ? null : byValue.get(bearer);
        if (mode != AuthMode.OFF && (bearer == null || bearer.isEmpty())) {
            throw error("There is no bearer token; send the header \"Authorization: Bearer <token>\"");
        }
        if (mode == AuthMode.ISSUED) {
            requireGood(token, now);
        }
        return token == null ? ANONYMOUS : token.clientId();
    }

    private void requireGood(@Nullable AccessToken token, Instant now) {
        if (token == null) {
            throw error("The bearer token was not issued by sandbox \"%s\"; request one from its token endpoint"
                    .formatted(sandbox));
        }
        if (!now.isBefore(token.expires())) {
            throw error("The bearer token expired at %s and it is %s; request another from the token endpoint"
                    .formatted(token.expires(), now));
        }
    }

    private static ApiException error(String message) {
        return ApiException.unauthorized(CHALLENGE, message);
    }
}
