package io.wdatamock.web;

import io.wdatamock.auth.Tokens;
import io.wdatamock.explanation.Explanation;
import io.wdatamock.fault.Strike;
import io.wdatamock.refresh.Call;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.Settings;
import io.wdatamock.sandbox.World;
import jakarta.servlet.ServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One request and what is known of it on its way to an answer. Belongs to the thread that serves it. */
public final class Exchange {

    private static final String ATTRIBUTE = Exchange.class.getName();

    private final Sandbox sandbox;
    private final Settings settings;
    private final RequestBody body;
    private final Explanation explanation = new Explanation();
    private String client = Tokens.ANONYMOUS;
    private @Nullable Strike strike;

    Exchange(Sandbox sandbox, RequestBody body) {
        this.sandbox = sandbox;
        this.settings = sandbox.atomically(World::settings);
        this.body = body;
    }

    /** The exchange of a request that {@link ExchangeFilter} let through. */
    static Exchange of(ServletRequest request) {
        return (Exchange) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Performs an operation, atomically and in the name of the client. */
    public <T> T perform(BiFunction<World, Call, T> operation) {
        return sandbox.atomically(world -> operation.apply(world, world.call(client, explanation)));
    }

    /** The whole body, as it was sent. */
    public byte[] bytes() {
        return body.bytes();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Settings settings() {
        return settings;
    }

    RequestBody body() {
        return body;
    }

    Explanation explanation() {
        return explanation;
    }

    void setClient(String client) {
        this.client = client;
    }

    /** The fault that strikes this request, once that is known. */
    Optional<Strike> strike() {
        return Optional.ofNullable(strike);
    }

    void setStrike(Strike strike) {
        this.strike = strike;
    }
}
