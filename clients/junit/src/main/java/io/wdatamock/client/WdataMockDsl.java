package io.wdatamock.client;

import io.wdatamock.journal.Count;
import io.wdatamock.lifecycle.Outcome;
import io.wdatamock.wire.VendorOperation;
import java.time.Duration;

/** Static methods that create scripts, connections, faults, request patterns and counts; for a static import. */
public final class WdataMockDsl {

    private WdataMockDsl() {}

    // Scripts. Their stages take no time by default.

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

    /** A run that has failed in the response that starts it, independent of its pacing. */
    public static Script failInitiation() {
        return Script.of(Outcome.FAIL_INITIATION);
    }

    /** A run whose source keeps running until it is advanced. */
    public static Script stallSource() {
        return Script.of(Outcome.STALL_SOURCE);
    }

    /** A run whose destination keeps running until it is advanced. */
    public static Script stallDestination() {
        return Script.of(Outcome.STALL_DESTINATION);
    }

    // Connections.

    /** A connection to create; properties that are not set get plausible values. */
    public static ConnectionDocument.Builder connection() {
        return new ConnectionDocument.Builder();
    }

    // Faults.

    /** A fault with this effect on every request for any of the six operations; its methods restrict it. */
    public static Fault fault(Effect effect) {
        return Fault.of(effect);
    }

    /** Responds with an error of this status, from 400 to 599. */
    public static Effect.Status status(int status) {
        return new Effect.Status(status, null, null);
    }

    /** Delays the request by 0 to 10 minutes of real time. */
    public static Effect delay(Duration pause) {
        return new Effect.Delay(pause);
    }

    /** Closes the connection without a response. */
    public static Effect disconnect() {
        return new Effect.Disconnect();
    }

    /** Sends half of the response and closes the connection. */
    public static Effect truncate() {
        return new Effect.Truncate();
    }

    /** Holds the request until the fault is deleted; after 29 s the response is 504. */
    public static Effect hold() {
        return new Effect.Hold();
    }

    // Request patterns and counts.

    /** All requests. */
    public static RequestPattern anyRequest() {
        return RequestPattern.of(null, null);
    }

    /** Requests for lists of connections. */
    public static RequestPattern listConnections() {
        return RequestPattern.of(VendorOperation.LIST_CONNECTIONS, null);
    }

    /** Requests for this connection. */
    public static RequestPattern getConnection(String connectionId) {
        return RequestPattern.of(VendorOperation.GET_CONNECTION, connectionId);
    }

    /** Refreshes of this connection, except in a batch. */
    public static RequestPattern refreshConnection(String connectionId) {
        return RequestPattern.of(VendorOperation.REFRESH_CONNECTION, connectionId);
    }

    /** Polls of this connection's run. */
    public static RequestPattern getRefreshStatus(String connectionId) {
        return RequestPattern.of(VendorOperation.GET_REFRESH_STATUS, connectionId);
    }

    /** Refreshes of batches. */
    public static RequestPattern refreshBatch() {
        return RequestPattern.of(VendorOperation.REFRESH_BATCH, null);
    }

    /** Refreshes of batches that contain this connection. */
    public static RequestPattern refreshBatch(String connectionId) {
        return RequestPattern.of(VendorOperation.REFRESH_BATCH, connectionId);
    }

    /** Polls of batches. */
    public static RequestPattern getRefreshBatchStatus() {
        return RequestPattern.of(VendorOperation.GET_REFRESH_BATCH_STATUS, null);
    }

    /** Token requests. */
    public static RequestPattern issueToken() {
        return RequestPattern.of(VendorOperation.ISSUE_TOKEN, null);
    }

    /** Exactly this number. */
    public static Count exactly(long times) {
        return new Count(times, null, null);
    }

    /** This number or more. */
    public static Count atLeast(long times) {
        return new Count(null, times, null);
    }

    /** This number or fewer. */
    public static Count atMost(long times) {
        return new Count(null, null, times);
    }

    /** A number from {@code least} to {@code most}, inclusive. */
    public static Count between(long least, long most) {
        return new Count(null, least, most);
    }

    /** No request. */
    public static Count never() {
        return exactly(0);
    }
}
