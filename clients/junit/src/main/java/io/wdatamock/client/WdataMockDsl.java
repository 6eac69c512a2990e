package io.wdatamock.client;

import java.time.Duration;

/** The words of a test, to be imported all at once: scripts, faults and expectations. */
public final class WdataMockDsl {

    private WdataMockDsl() {}

    // Scripts. Their stages take no time unless they are paced otherwise.

    /** A run that completes. */
    public static Script succeed() {
        return Script.of(Outcome.SUCCEED);
    }

    /** A run that ends with source error and destination cancelled. */
    public static Script failSource() {
        return Script.of(Outcome.FAIL_SOURCE);
    }

    /** A run that ends with source complete and destination error. */
    public static Script failDestination() {
        return Script.of(Outcome.FAIL_DESTINATION);
    }

    /** A run that ends with both sides cancelled. */
    public static Script cancelSource() {
        return Script.of(Outcome.CANCEL_SOURCE);
    }

    /** A run that ends with source complete and destination cancelled. */
    public static Script cancelDestination() {
        return Script.of(Outcome.CANCEL_DESTINATION);
    }

    /** A run that has failed in the answer that starts it, whatever paces it. */
    public static Script failInitiation() {
        return Script.of(Outcome.FAIL_INITIATION);
    }

    /** A run whose source runs for ever, unless it is advanced. */
    public static Script stallSource() {
        return Script.of(Outcome.STALL_SOURCE);
    }

    /** A run whose destination runs for ever, unless it is advanced. */
    public static Script stallDestination() {
        return Script.of(Outcome.STALL_DESTINATION);
    }

    // Connections.

    /** A connection to make; what is not said of it takes a plausible value. */
    public static ConnectionDocument.Builder connection() {
        return new ConnectionDocument.Builder();
    }

    // Faults.

    /** A fault with this effect on all six operations, for ever, unless it is narrowed down. */
    public static Fault fault(Effect effect) {
        return Fault.of(effect);
    }

    /** An error of this status, from 400 to 599, instead of the answer. */
    public static Effect.Status status(int status) {
        return new Effect.Status(status, null, null);
    }

    /** A wait of up to 10 minutes, in real time. */
    public static Effect delay(Duration pause) {
        return new Effect.Delay(pause);
    }

    /** A connection that closes without an answer. */
    public static Effect disconnect() {
        return new Effect.Disconnect();
    }

    /** An answer of which half is missing. */
    public static Effect truncate() {
        return new Effect.Truncate();
    }

    /** A wait until the fault is deleted, for 29 s at most. */
    public static Effect hold() {
        return new Effect.Hold();
    }

    // Expectations.

    /** Any request, unless it is said more closely. */
    public static RequestPattern anyRequest() {
        return RequestPattern.of(null, null);
    }

    /** Requests for lists of connections. */
    public static RequestPattern listConnections() {
        return RequestPattern.of(Operation.LIST_CONNECTIONS, null);
    }

    /** Requests for this connection. */
    public static RequestPattern getConnection(String connectionId) {
        return RequestPattern.of(Operation.GET_CONNECTION, connectionId);
    }

    /** Refreshes of this connection by itself. */
    public static RequestPattern refreshConnection(String connectionId) {
        return RequestPattern.of(Operation.REFRESH_CONNECTION, connectionId);
    }

    /** Polls of this connection's run. */
    public static RequestPattern getRefreshStatus(String connectionId) {
        return RequestPattern.of(Operation.GET_REFRESH_STATUS, connectionId);
    }

    /** Refreshes of batches. */
    public static RequestPattern refreshBatch() {
        return RequestPattern.of(Operation.REFRESH_BATCH, null);
    }

    /** Refreshes of batches that name this connection. */
    public static RequestPattern refreshBatch(String connectionId) {
        return RequestPattern.of(Operation.REFRESH_BATCH, connectionId);
    }

    /** Polls of batches. */
    public static RequestPattern getRefreshBatchStatus() {
        return RequestPattern.of(Operation.GET_REFRESH_BATCH_STATUS, null);
    }

    /** Requests for tokens. */
    public static RequestPattern issueToken() {
        return RequestPattern.of(Operation.ISSUE_TOKEN, null);
    }

    /** Exactly so often. */
    public static Count exactly(long times) {
        return new Count(times, null, null);
    }

    /** So often or more. */
    public static Count atLeast(long times) {
        return new Count(null, times, null);
    }

    /** So often or less. */
    public static Count atMost(long times) {
        return new Count(null, null, times);
    }

    /** From the one to the other, both included. */
    public static Count between(long least, long most) {
        return new Count(null, least, most);
    }

    /** Not at all. */
    public static Count never() {
        return exactly(0);
    }
}
