package io.wdatamock.refresh;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wdatamock.connection.Connection;
import io.wdatamock.connection.ConnectionRepository;
import io.wdatamock.connection.ConnectionSamples;
import io.wdatamock.events.Events;
import io.wdatamock.journal.Explanation;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.RetainedMemory;
import io.wdatamock.time.SeededRandom;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.ConnectionDto;
import io.wdatamock.wire.ConnectionRunDto;
import io.wdatamock.wire.RefreshBatchDto;
import io.wdatamock.wire.RefreshConnectionDto;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Connections named for the behavior of their runs, with a clock and shortcuts for the operations. */
final class RefreshSandbox {

    private static final String ZERO = "'queued': 'PT0S', 'source': 'PT0S', 'destination': 'PT0S'";

    private final ConnectionRepository connections = new ConnectionRepository(
            List.of(
                    scripted("instant", "{'outcome': 'succeed', 'pacing': {'type': 'timed', %s}}".formatted(ZERO)),
                    scripted("other", "{'outcome': 'fail_source', 'pacing': {'type': 'timed', %s}}".formatted(ZERO)),
                    scripted("timed", "{'outcome': 'succeed', 'pacing': {'type': 'timed'}}"),
                    scripted("polled", "{'outcome': 'succeed', 'pacing': {'type': 'polled', 'reads': 1}}"),
                    scripted("manual", "{'outcome': 'succeed', 'pacing': {'type': 'manual'}}"),
                    scripted(
                            "manual-then-instant",
                            "{'outcome': 'succeed', 'pacing': {'type': 'manual'}},"
                                    + "{'outcome': 'succeed', 'pacing': {'type': 'timed', %s}}".formatted(ZERO))),
            new MemoryAccount(new RetainedMemory(Long.MAX_VALUE)));
    private final Refreshes refreshes = new Refreshes(
            connections,
            new SeededRandom(0),
            RefreshState.EMPTY,
            ConnectionSamples.MADE,
            new Events(),
            new MemoryAccount(new RetainedMemory(Long.MAX_VALUE)));
    private Instant now = ConnectionSamples.MADE;

    private static Connection scripted(String id, String scripts) {
        return ConnectionSamples.connection(
                "{'connectionId': '%s', 'destinationWorkbook': 'one', 'scripts': [%s]}".formatted(id, scripts));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Starts a run and returns its ID. */
    String start(String connectionId) {
        return refreshes
                .refresh(connectionId, RefreshConnectionDto.EMPTY, call())
                .jobId();
    }

    List<String> start(String connectionId, int times) {
        return Stream.generate(() -> start(connectionId)).limit(times).toList();
    }

    RefreshBatchDto startBatch(String... connectionIds) {
        List<RefreshConnectionDto> entries = Arrays.stream(connectionIds)
                .map(id -> new RefreshConnectionDto(id, null, null, null, null, null))
                .toList();
        return refreshes.refreshBatch(entries, false, call());
    }

    ConnectionRunDto status(String connectionId, String jobId) {
        return refreshes.status(connectionId, jobId, null, call());
    }

    RefreshBatchDto batchStatus(String batchId) {
        return refreshes.batchStatus(batchId, null, call());
    }

    ConnectionDto connection(String connectionId) {
        return refreshes.get(connectionId, null, false, call());
    }

    /** The status of the error that an operation throws. */
    static int errorStatus(ThrowingCallable call) {
        return catchThrowableOfType(ApiException.class, call).status();
    }

    private OperationContext call() {
        return new OperationContext(now, "anonymous", Overlap.ALLOW, Script.DEFAULT, new Explanation());
    }
}
