package io.wdatamock.client;

import io.wdatamock.journal.Count;
import io.wdatamock.journal.Spacing;
import io.wdatamock.lifecycle.Outcome;
import io.wdatamock.wire.VendorOperation;
import java.time.Duration;
import java.util.List;

/** Static methods that create scripts, connections, faults, request patterns, counts and spacings; for a static import. */
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
        return new Effect.Delay(pause, null, null);
    }

    /**
     * Delays each request by a random time that is reproducible, up to 10 minutes of real time: half of the delays are
     * at most {@code median}, and 99 % at most {@code p99}.
     */
    public static Effect delay(Duration median, Duration p99) {
        return new Effect.Delay(null, median, p99);
    }

    /** Sends the body in small parts over a time, up to 10 minutes of real time. */
    public static Effect slow(Duration over) {
        return new Effect.Slow(over);
    }

    /** Replaces the body with HTML. */
    public static Effect malformed() {
        return new Effect.Malformed();
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

    /** Requests that match these patterns in this order, with others in between unless {@code strictly()}. */
    public static RequestPattern inOrder(RequestPattern... patterns) {
        return new RequestPattern(null, null, null, null, null, Expectation.inOrder(List.of(patterns)));
    }

    /** Consecutive requests come at least this time after each other. */
    public static Spacing spacedAtLeast(Duration least) {
        return new Spacing(least, null);
    }

    /** Consecutive requests come at most this time after each other. */
    public static Spacing spacedAtMost(Duration most) {
        return new Spacing(null, most);
    }

    /** Consecutive requests come from {@code least} to {@code most} after each other, inclusive. */
    public static Spacing spacedBetween(Duration least, Duration most) {
        return new Spacing(least, most);
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
