package io.wdatamock.client;

import static io.wdatamock.client.WdataMockDsl.anyRequest;
import static io.wdatamock.client.WdataMockDsl.atLeast;
import static io.wdatamock.client.WdataMockDsl.atMost;
import static io.wdatamock.client.WdataMockDsl.between;
import static io.wdatamock.client.WdataMockDsl.exactly;
import static io.wdatamock.client.WdataMockDsl.fault;
import static io.wdatamock.client.WdataMockDsl.getConnection;
import static io.wdatamock.client.WdataMockDsl.getRefreshStatus;
import static io.wdatamock.client.WdataMockDsl.never;
import static io.wdatamock.client.WdataMockDsl.refreshConnection;
import static io.wdatamock.client.WdataMockDsl.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wdatamock.journal.Verdict;
import io.wdatamock.junit.WdataMockTest;
import io.wdatamock.wire.VendorOperation;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Verification of a client's requests, and the messages of failures. */
@WdataMockTest
class VerifyTests {

    @Test
    void countsMatchingRequests(WdataMock mock) {
        VendorClient client = new VendorClient(mock);
        client.refresh("instant", "{\"sourceParameters\": {\"year\": 2026, \"month\": 1}}");
        client.refresh("instant");
        client.refresh("stuck");
        client.refresh("stuck");

        mock.verify(refreshConnection("instant"));
        mock.verify(refreshConnection("instant"), exactly(2));
        mock.verify(
                refreshConnection("instant").withBody(Map.of("sourceParameters", Map.of("year", 2026))), exactly(1));
        mock.verify(refreshConnection("stuck").answered(409), atMost(1));
        mock.verify(anyRequest(), atLeast(4));
        mock.verify(anyRequest(), between(3, 5));
        mock.verify(getConnection("instant"), never());
        assertThat(mock.check(getRefreshStatus("instant")).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(mock.requests(RequestFilter.ALL
                                .operation(VendorOperation.REFRESH_CONNECTION)
                                .status(409)
                                .limit(5))
                        .requests())
                .singleElement()
                .returns("/api/v1/connections/stuck/refresh", Requests.Entry::path);

        mock.forgetRequests();
        mock.verify(anyRequest(), never());
    }

    @Test
    void failureDescribesPatternRequestsAndReasons(WdataMock mock) {
        VendorClient client = new VendorClient(mock);
        client.refresh("stuck");
        client.refresh("stuck");

        assertThatThrownBy(() -> mock.verify(refreshConnection("stuck").answered(200), exactly(2)))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("""
                        Expected refreshConnection of connection "stuck" answered with 200, exactly 2 times
                          verdict: violated, for 1 request matches
                        Nearest of the others:
                          #2 refreshConnection
                               status: wanted 200, was 409
                        Requests, the newest first \\(2 of 2\\):
                          #2 POST /api/v1/connections/stuck/refresh -> 409
                               Rejected with 409: Connection "stuck" is being refreshed by run .*
                          #1 POST /api/v1/connections/stuck/refresh -> 200
                               Connection "stuck" took script 1 of 1: stall_source, .*
                        Sandbox: http://127.0.0.1:\\d+/sandbox/VerifyTests.failureDescribesPatternRequestsAndReasons-\\d+
                        The server's output is in .*server.log""");
    }

    @Test
    void unknownConnectionIsRejectedUnlessPending(WdataMock mock) {
        assertThatThrownBy(() -> mock.verify(refreshConnection("instnat"), never()))
                .isInstanceOf(WdataMockException.class)
                .hasMessageContaining("did you mean \"instant\"?");

        mock.verify(refreshConnection("new").pending(), never());
        mock.faults()
                .add(fault(status(503))
                        .on(VendorOperation.REFRESH_CONNECTION, "new")
                        .pending());
        assertThat(mock.faults().all())
                .last()
                .satisfies(added -> assertThat(added.fault().isPending()).isTrue());
    }

    @Test
    void failureWithoutRequestsSaysSo(WdataMock mock) {
        assertThatThrownBy(() -> mock.verify(refreshConnection("instant")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                        Expected refreshConnection of connection "instant", at least 1 time
                          verdict: violated, for 0 requests match
                        No request has reached the sandbox.
                        Sandbox: http://127.0.0.1:""");
    }
}
