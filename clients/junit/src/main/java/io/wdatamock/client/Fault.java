package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wdatamock.fault.When;
import io.wdatamock.wire.VendorOperation;
import org.jspecify.annotations.Nullable;

/**
 * A fault that the server applies to matching requests. {@link WdataMockDsl#fault} creates one for every request for
 * any of the six operations; each method here returns a copy with one restriction.
 *
 * @param operation null for the six operations of the vendor
 * @param connectionId a connection, also as an entry of a batch; null for any
 * @param skip the number of matching requests that it skips first; null for none
 * @param times the number of requests that it applies to; null for no limit
 * @param probability the probability, from 0 to 1, that it applies to a matching request; null for 1
 * @param when null for before the operation
 * @param isPending {@code pending} in JSON: whether the connection need not exist yet; otherwise the server rejects a
 *     fault for an unknown connection
 */
public record Fault(
        @Nullable VendorOperation operation,
        @Nullable String connectionId,
        @Nullable Integer skip,
        @Nullable Integer times,
        @Nullable Double probability,
        @Nullable When when,
        Effect effect,
        @JsonProperty("pending") @Nullable Boolean isPending) {

    static Fault of(Effect effect) {
        return new Fault(null, null, null, null, null, null, effect, null);
    }

    /** Restricts the fault to one operation. */
    public Fault on(VendorOperation called) {
        return new Fault(called, connectionId, skip, times, probability, when, effect, isPending);
    }

    /** Restricts the fault to one operation on one connection. */
    public Fault on(VendorOperation called, String ofConnection) {
        return new Fault(called, ofConnection, skip, times, probability, when, effect, isPending);
    }

    /** Skips this number of matching requests first. */
    public Fault skip(int requests) {
        return new Fault(operation, connectionId, requests, times, probability, when, effect, isPending);
    }

    /** Limits the number of requests that the fault applies to; at least 1. */
    public Fault times(int strikes) {
        return new Fault(operation, connectionId, skip, strikes, probability, when, effect, isPending);
    }

    /** Sets the probability, from 0 to 1; the sandbox's seeded random numbers decide, so the result is reproducible. */
    public Fault probability(double likelihood) {
        return new Fault(operation, connectionId, skip, times, likelihood, when, effect, isPending);
    }

    /** Applies the fault after the operation, so that it affects only the response. */
    public Fault after() {
        return new Fault(operation, connectionId, skip, times, probability, When.AFTER, effect, isPending);
    }

    /** Permits a connection that does not exist yet, which the server rejects otherwise. */
    public Fault pending() {
        return new Fault(operation, connectionId, skip, times, probability, when, effect, true);
    }
}
