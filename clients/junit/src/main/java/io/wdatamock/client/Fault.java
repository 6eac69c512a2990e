package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A rule that spoils the answers to some requests. {@link WdataMockDsl#fault} makes one that strikes each of the six
 * operations for ever; the methods here narrow it down.
 *
 * @param operation the operation it is for; absent: the vendor's six
 * @param connectionId the connection it is for, also as an entry of a batch; absent: any
 * @param skip how many matching requests pass before it strikes; absent: none
 * @param times how often it strikes; absent: for ever
 * @param probability how likely it strikes a matching request, from 0 to 1; absent: 1
 * @param when absent: before the operation
 * @param isPending {@code pending} in JSON: whether the connection may be one that is yet to come; absent: no, and the server refuses the fault
 */
public record Fault(
        @Nullable Operation operation,
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

    /** The same for one operation. */
    public Fault on(Operation called) {
        return new Fault(called, connectionId, skip, times, probability, when, effect, isPending);
    }

    /** The same for one operation on one connection. */
    public Fault on(Operation called, String ofConnection) {
        return new Fault(called, ofConnection, skip, times, probability, when, effect, isPending);
    }

    /** The same after so many matching requests have passed. */
    public Fault skip(int requests) {
        return new Fault(operation, connectionId, requests, times, probability, when, effect, isPending);
    }

    /** The same struck so often, at least once. */
    public Fault times(int strikes) {
        return new Fault(operation, connectionId, skip, strikes, probability, when, effect, isPending);
    }

    /** The same struck with this likelihood, from 0 to 1; the sandbox's own random numbers decide, so it repeats. */
    public Fault probability(double likelihood) {
        return new Fault(operation, connectionId, skip, times, likelihood, when, effect, isPending);
    }

    /** The same after the operation has taken effect, so that only its answer is spoilt. */
    public Fault after() {
        return new Fault(operation, connectionId, skip, times, probability, When.AFTER, effect, isPending);
    }

    /** The same for a connection that is yet to come, which is refused otherwise as a slip. */
    public Fault pending() {
        return new Fault(operation, connectionId, skip, times, probability, when, effect, true);
    }
}
