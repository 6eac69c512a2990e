package io.wdatamock.web;

import io.wdatamock.auth.Tokens;
import io.wdatamock.fault.Delivery;
import io.wdatamock.fault.TriggeredFault;
import io.wdatamock.fault.When;
import io.wdatamock.journal.Entry;
import io.wdatamock.journal.Explanation;
import io.wdatamock.journal.Journal;
import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.refresh.OperationContext;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.SandboxState;
import io.wdatamock.sandbox.Settings;
import io.wdatamock.web.body.RequestBody;
import io.wdatamock.wire.VendorOperation;
import jakarta.servlet.ServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One request to the vendor's API and what the server knows of it. Immutable: a step that learns more attaches a new
 * exchange to the request, and the next step continues with that one.
 *
 * @param state the state of the sandbox when the request arrived; a reset replaces it, and the request then fails
 * @param journal the journal of that state
 * @param settings the settings of the sandbox when the request arrived
 * @param explanation collects the reasons for the response
 * @param arrivedAt when the request arrived, in real time
 * @param entry the journal entry so far
 * @param client the ID of the client that the access token names
 * @param fault the fault that applies to the request, known once the request is admitted
 */
public record Exchange(
        Sandbox sandbox,
        SandboxState state,
        Journal journal,
        Settings settings,
        RequestBody body,
        InFlightRequest inFlight,
        Explanation explanation,
        Instant arrivedAt,
        Entry entry,
        String client,
        @Nullable TriggeredFault fault) {

    private static final String ATTRIBUTE = Exchange.class.getName();

    /** Returns the exchange of a request that has just arrived. */
    static Exchange arrival(
            Sandbox sandbox,
            SandboxState state,
            Journal journal,
            RequestBody body,
            InFlightRequest inFlight,
            Instant arrivedAt,
            Entry entry) {
        return new Exchange(
                sandbox,
                state,
                journal,
                state.settings(),
                body,
                inFlight,
                new Explanation(),
                arrivedAt,
                entry,
                Tokens.ANONYMOUS,
                null);
    }

    /** Returns the exchange of a request to the vendor's API; empty for requests to the control API and the server's pages. */
    public static Optional<Exchange> find(ServletRequest request) {
        return Optional.ofNullable((Exchange) request.getAttribute(ATTRIBUTE));
    }

    /** Returns the exchange of a request that must have one. */
    public static Exchange of(ServletRequest request) {
        return find(request).orElseThrow();
    }

    /** Makes this the exchange of the request, and returns it. */
    Exchange attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
        return this;
    }

    /** Returns this exchange with the operation that the request calls and the connections that its path names. */
    Exchange routed(VendorOperation operation, List<String> connectionIds) {
        return with(entry.routed(operation, connectionIds), client, fault);
    }

    /** Returns this exchange with the client that calls and the fault that applies. */
    Exchange admitted(String caller, @Nullable TriggeredFault triggered) {
        return with(entry, caller, triggered);
    }

    /**
     * Runs an operation under the sandbox's lock, on behalf of the client.
     *
     * @throws io.wdatamock.wire.ApiException with 503 if the sandbox was reset or removed since the request arrived
     */
    public <T> T perform(BiFunction<SandboxState, OperationContext, T> operation) {
        return sandbox.atomicallyIn(state, current -> operation.apply(current, current.context(client, explanation)));
    }

    /** Returns the operation that the request calls; null until routing, and if its path leads to no operation. */
    public @Nullable VendorOperation operation() {
        return entry.operation();
    }

    /** Returns how the response is sent. */
    Delivery delivery() {
        return fault == null ? Delivery.WHOLE : fault.fault().effect().delivery();
    }

    /** Whether a fault closes the connection before the operation, which then does not run. */
    boolean skipsOperation() {
        return fault != null && fault.when() == When.BEFORE && delivery() == Delivery.NONE;
    }

    private Exchange with(Entry newEntry, String newClient, @Nullable TriggeredFault newFault) {
        return new Exchange(
                sandbox,
                state,
                journal,
                settings,
                body,
                inFlight,
                explanation,
                arrivedAt,
                newEntry,
                newClient,
                newFault);
    }
}
