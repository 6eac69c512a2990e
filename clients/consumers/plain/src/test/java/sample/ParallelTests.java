package sample;

import static io.wdatamock.client.WdataMockDsl.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wdatamock.client.WdataMock;
import io.wdatamock.junit.WdataMockTest;
import io.wdatamock.sandbox.ClockReading;
import io.wdatamock.time.ClockMode;
import io.wdatamock.wire.VendorOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** 300 parallel tests, each of which detects requests, scripts, faults and clock changes of another. */
@WdataMockTest
class ParallelTests {

    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    private static final Set<String> SERVERS = ConcurrentHashMap.newKeySet();
    private static final Set<String> SANDBOXES = ConcurrentHashMap.newKeySet();
    private static final Set<String> FIRST_RUNS = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger UNDER_WAY = new AtomicInteger();
    private static final AtomicInteger MOST_UNDER_WAY = new AtomicInteger();
    private static long began;

    @BeforeAll
    static void begin(WdataMock mock) {
        assertEquals(0, mock.requests().total(), "requests; the server has started by now");
        began = System.nanoTime();
    }

    @RepeatedTest(300)
    void noneSeesAnother(WdataMock mock, RepetitionInfo repetition) {
        MOST_UNDER_WAY.accumulateAndGet(UNDER_WAY.incrementAndGet(), Math::max);
        int number = repetition.getCurrentRepetition();
        int failures = number % 3;
        Instant now = START.plusSeconds(number);
        mock.clock().freeze(now);
        mock.connection("instant")
                .scripts(failures == 0 ? succeed() : failSource(), failures == 2 ? failSource() : succeed(), succeed());
        mock.faults().add(fault(status(500)).on(VendorOperation.GET_CONNECTION).skip(number));

        assertEquals(failures + 1, new SyncJob(mock.baseUrl()).run());

        mock.verify(refreshConnection("instant"), exactly(failures + 1));
        mock.verify(anyRequest(), exactly(failures + 1));
        assertEquals(failures + 1, mock.runs().size());
        assertTrue(mock.runs().stream().allMatch(run -> run.run().created().equals(now)));
        assertEquals(
                new ClockReading(now.plusSeconds(60), ClockMode.FROZEN, null),
                mock.clock().advance(Duration.ofMinutes(1)));
        FIRST_RUNS.add(mock.runs().get(failures).run().jobId());
        SERVERS.add(mock.baseUrl().replaceAll("/sandbox/.*", ""));
        assertTrue(SANDBOXES.add(mock.baseUrl()));
        UNDER_WAY.decrementAndGet();
    }

    @AfterAll
    static void tell() {
        assertEquals(1, SERVERS.size());
        assertEquals(300, SANDBOXES.size());
        assertEquals(1, FIRST_RUNS.size(), "the first run has the same ID in every sandbox");
        System.out.printf(
                "300 tests, up to %d at once, against one server: %d ms%n",
                MOST_UNDER_WAY.get(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }
}
