package io.wdatamock.web;

import io.wdatamock.auth.Tokens;
import io.wdatamock.explanation.Explanation;
import io.wdatamock.fault.Delivery;
import io.wdatamock.fault.Strike;
import io.wdatamock.fault.When;
import io.wdatamock.journal.Entry;
import io.wdatamock.journal.Journal;
import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.refresh.Call;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.Settings;
import io.wdatamock.sandbox.World;
import io.wdatamock.wire.Operation;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request and what is known of it on its way to an answer. Belongs to the thread that serves it. */
public final class Exchange {

    private static final String ATTRIBUTE = Exchange.class.getName();

    private final Sandbox sandbox;
    private final World world;
    private final Journal journal;
    private final Settings settings;
    private final RequestBody body;
    private final InFlightRequest inFlight;
    private final InstantSource realTime;
    private final Instant arrived;
    private final Explanation explanation = new Explanation();
    private Entry entry;
    private String client = Tokens.ANONYMOUS;
    private @Nullable Strike strike;

    private Exchange(
            Sandbox sandbox,
            World world,
            Journal journal,
            Entry entry,
            RequestBody body,
            InFlightRequest inFlight,
            InstantSource realTime) {
        this.sandbox = sandbox;
        this.world = world;
        this.journal = journal;
        this.settings = world.settings();
        this.entry = entry;
        this.body = body;
        this.inFlight = inFlight;
        this.realTime = realTime;
        this.arrived = realTime.instant();
    }

    /** The exchange that begins with the arrival of this request, and is entered in the journal. */
    static Exchange begin(
            Sandbox sandbox,
            HttpServletRequest request,
            Route route,
            RequestBody body,
            InFlightRequest inFlight,
            InstantSource realTime) {
        return sandbox.arriving((world, journal) -> {
            Entry entry = journal.begin(seq -> Recording.arrival(seq, world.now(), request, route));
            return new Exchange(sandbox, world, journal, entry, body, inFlight, realTime);
        });
    }

    /** The exchange of a request that {@link ExchangeFilter} let through, if it takes part in any. */
    static Optional<Exchange> find(ServletRequest request) {
        return Optional.ofNullable((Exchange) request.getAttribute(ATTRIBUTE));
    }

    /** The exchange of a request that must have one. */
    static Exchange of(ServletRequest request) {
        return find(request).orElseThrow();
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Performs an operation, atomically and in the name of the client. */
    public <T> T perform(BiFunction<World, Call, T> operation) {
        return inWorld(world -> operation.apply(world, world.call(client, explanation)));
    }

    /** Does something in the world in which the request arrived; 503 if that is no more. */
    <T> T inWorld(Function<World, T> operation) {
        return sandbox.atomicallyIn(world, operation);
    }

    /** The whole body, as it was sent. */
    public byte[] bytes() {
        return body.bytes();
    }

    /** What the request asks for; absent while that is not known, or if the path leads to nothing. */
    @Nullable
    Operation operation() {
        return entry.operation();
    }

    Settings settings() {
        return settings;
    }

    RequestBody body() {
        return body;
    }

    /** The memory that the request takes. */
    InFlightRequest inFlight() {
        return inFlight;
    }

    Explanation explanation() {
        return explanation;
    }

    void setClient(String client) {
        this.client = client;
    }

    /** Takes note of what the request asks for, also in the journal. */
    void routed(Operation operation, List<String> connectionIds) {
        entry = entry.routed(operation, connectionIds);
        record(() -> journal.update(entry));
    }

    /** Enters the answer in the journal; without a status there was none. */
    void answered(@Nullable Integer status, byte[] answer) {
        entry = Recording.answered(entry, this, status, answer, Duration.between(arrived, realTime.instant()));
        record(() -> journal.complete(entry));
    }

    /** The fault that strikes this request, once that is known. */
    Optional<Strike> strike() {
        return Optional.ofNullable(strike);
    }

    void setStrike(Strike strike) {
        this.strike = strike;
        explanation.because("Fault %s struck %s the operation: %s"
                .formatted(strike.faultId(), strike.when(), strike.fault().effect()));
    }

    /** How much of the answer the client gets to see. */
    Delivery delivery() {
        return strike == null ? Delivery.WHOLE : strike.fault().effect().delivery();
    }

    /** Whether the operation is left out, because the connection closes first. */
    boolean isCutOff() {
        return strike != null && strike.when() == When.BEFORE && delivery() == Delivery.NONE;
    }

    private void record(Runnable change) {
        sandbox.withJournal(current -> {
            change.run();
            return Objects.requireNonNull(current);
        });
    }
}
