package io.wdatamock.client;

import static io.wdatamock.client.WdataMockDsl.anyRequest;
import static io.wdatamock.client.WdataMockDsl.atMost;
import static io.wdatamock.client.WdataMockDsl.exactly;
import static io.wdatamock.client.WdataMockDsl.fault;
import static io.wdatamock.client.WdataMockDsl.getConnection;
import static io.wdatamock.client.WdataMockDsl.getRefreshStatus;
import static io.wdatamock.client.WdataMockDsl.inOrder;
import static io.wdatamock.client.WdataMockDsl.never;
import static io.wdatamock.client.WdataMockDsl.refreshConnection;
import static io.wdatamock.client.WdataMockDsl.spacedAtLeast;
import static io.wdatamock.client.WdataMockDsl.spacedAtMost;
import static io.wdatamock.client.WdataMockDsl.spacedBetween;
import static io.wdatamock.client.WdataMockDsl.status;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.wdatamock.journal.Violation;
import io.wdatamock.junit.WdataMockTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Verification of what is still to come, and of the order and the pace of requests. */
@WdataMockTest
class ExpectationTests {

    private final WdataMock mock;
    private final VendorClient client;

    ExpectationTests(WdataMock mock) {
        this.mock = mock;
        this.client = new VendorClient(mock);
    }

    @Test
    void awaitReturnsWhenTheRequestsHaveCome() {
        CompletableFuture<Void> polls = CompletableFuture.runAsync(() -> {
            client.refresh("instant");
            client.status("instant");
            client.status("instant");
        });

        mock.await(getRefreshStatus("instant").times(exactly(2)), ofMinutes(5));

        polls.join();
        mock.verify(refreshConnection("instant"));
    }

    @Test
    void awaitFailsAfterItsTime() {
        assertThatThrownBy(() -> mock.await(refreshConnection("instant"), ofMillis(50)))
                .isInstanceOf(VerificationError.class)
                .hasMessageStartingWith("""
                        Expected refreshConnection of connection "instant", at least 1 time, within PT0.05S
                          verdict: violated, for 0 requests match
                        """);
    }

    @Test
    void verifyDuringFailsAtTheFirstRequestTooMany() {
        CompletableFuture<?> refresh = CompletableFuture.runAsync(() -> client.refresh("instant"));

        assertThatThrownBy(() -> mock.verifyDuring(refreshConnection("instant").times(never()), ofMinutes(5)))
                .isInstanceOf(VerificationError.class)
                .hasMessageStartingWith("""
                        Expected refreshConnection of connection "instant", exactly 0 times, during PT5M
                          verdict: violated, for 1 request matches
                        """);
        refresh.join();
        mock.verifyDuring(refreshConnection("instant").times(exactly(1)), ofMillis(50));
    }

    @Test
    void requestsHaveAnOrder() {
        client.refresh("instant");
        client.connection("instant");
        client.status("instant");

        mock.verify(inOrder(refreshConnection("instant"), getRefreshStatus("instant")));
        mock.verify(inOrder(refreshConnection("instant"), anyRequest(), getRefreshStatus("instant"))
                .strictly());
        mock.await(
                inOrder(getConnection("instant"), getRefreshStatus("instant")).strictly(), ofMinutes(5));
        assertThatThrownBy(() -> mock.verify(inOrder(refreshConnection("instant"), getRefreshStatus("instant"))
                        .strictly()))
                .isInstanceOf(VerificationError.class)
                .hasMessageStartingWith("""
                        Expected refreshConnection of connection "instant", then getRefreshStatus of connection "instant", \
                        with no other requests in between
                          verdict: violated, for the first 1 of 2 requests were found
                        Nearest to getRefreshStatus of connection "instant":
                        """);
    }

    @Test
    void requestsHaveAPace() {
        mock.clock().freeze();
        poll(ofSeconds(2));
        poll(ofSeconds(10));
        poll(Duration.ZERO);

        mock.verify(getRefreshStatus("instant"), spacedAtLeast(ofSeconds(2)));
        mock.verify(getRefreshStatus("instant"), spacedAtMost(ofSeconds(10)));
        mock.verify(getRefreshStatus("instant").times(atMost(3)).spaced(spacedBetween(ofSeconds(2), ofSeconds(10))));
        assertThatThrownBy(() -> mock.verify(getRefreshStatus("instant"), spacedAtLeast(ofSeconds(3))))
                .isInstanceOf(VerificationError.class)
                .hasMessageStartingWith("""
                        Expected getRefreshStatus of connection "instant", at least 1 time, at least PT3S apart
                          verdict: violated, for 3 requests match
                          Request 2 came PT2S after request 1, but the time between them must be at least PT3S
                        Requests, the newest first (3 of 3):
                        """);
        assertThat(mock.check(getRefreshStatus("instant").spaced(spacedAtMost(ofSeconds(2))))
                        .violations())
                .extracting(Violation::first, Violation::second, Violation::distance)
                .containsExactly(tuple(2L, 3L, ofSeconds(10)));
    }

    @Test
    void clientWaitsForRetryAfter() {
        mock.clock().freeze();
        mock.faults().add(fault(status(429).retryAfter(ofSeconds(3))).times(1));
        poll(ofSeconds(3));
        poll(Duration.ZERO);
        mock.verify(getRefreshStatus("instant").afterRetryAfter());

        mock.faults().add(fault(status(429).retryAfter(ofSeconds(3))).times(1));
        poll(ofMillis(2999));
        poll(Duration.ZERO);
        assertThatThrownBy(() -> mock.verify(getRefreshStatus("instant").afterRetryAfter()))
                .isInstanceOf(VerificationError.class)
                .hasMessageContaining("no sooner than Retry-After demanded")
                .hasMessageContaining("Request 4 came PT2.999S after request 3");
    }

    @Test
    void wrongExpectationIsRejected() {
        assertThatThrownBy(() -> spacedBetween(ofSeconds(2), ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has atLeast PT2S and atMost PT1S, which no time meets");
        assertThatThrownBy(() -> mock.await(anyRequest(), ofMinutes(6)))
                .isInstanceOf(WdataMockException.class)
                .hasMessageContaining("within was PT6M, but must be more than PT0S and at most PT5M");
    }

    /** Polls, and advances the clock. */
    private void poll(Duration pause) {
        client.status("instant");
        mock.clock().advance(pause);
    }
}
