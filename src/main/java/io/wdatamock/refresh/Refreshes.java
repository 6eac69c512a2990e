package io.wdatamock.refresh;

import io.wdatamock.connection.Connection;
import io.wdatamock.connection.ConnectionRepository;
import io.wdatamock.events.Events;
import io.wdatamock.lifecycle.Run;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.memory.Evictable;
import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.time.SeededRandom;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.ConnectionDto;
import io.wdatamock.wire.ConnectionRunDto;
import io.wdatamock.wire.JsonObject;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.RefreshBatchDto;
import io.wdatamock.wire.RefreshConnectionDto;
import io.wdatamock.wire.Sanitizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The refreshes of one sandbox: starts runs and batches, and reports their statuses. Not thread-safe. */
public final class Refreshes {

    private static final String CONNECTION_ID = "connectionId";
    private static final String WORKSPACE_ID = "workspaceId";

    /** The estimated memory of a run without its parameters, in bytes. */
    private static final long RUN_BYTES = 2048;

    private final ConnectionRepository connections;
    private final SeededRandom draws;
    private final Events events;
    private final MemoryAccount account;
    private final Batches batches;
    private final Runs runs;
    private final RunControl control;
    private final RunStarter starter;

    /** Continues from a stored state, and publishes changes of runs. */
    public Refreshes(
            ConnectionRepository connections,
            SeededRandom draws,
            RefreshState state,
            Instant now,
            Events events,
            MemoryAccount account) {
        this.account = account;
        this.batches = new Batches(account);
        this.runs = new Runs(batches::dropWith, account);
        this.connections = connections;
        this.draws = draws;
        this.events = events;
        this.control = new RunControl(runs, batches, events);
        this.starter = new RunStarter(connections, runs, draws, events);
        control.restore(state, now);
    }

    /** Returns the final runs and their batches, which eviction can remove. */
    public Evictable evictable(Instant now) {
        runs.settle(now);
        return runs;
    }

    /** Returns the operations of the control API on runs. */
    public RunControl control() {
        return control;
    }

    /** Starts a run. */
    public ConnectionRunDto refresh(String connectionId, RefreshConnectionDto request, OperationContext call) {
        Connection connection = connections
                .get(connectionId, CONNECTION_ID)
                .in(request.workspaceId(), WORKSPACE_ID)
                .readable(CONNECTION_ID)
                .unlocked(CONNECTION_ID);
        requireIdle(connection, CONNECTION_ID, call);
        runs.requireRoom(1, call.now());
        account.requireRoom(size(request));
        JsonObject source = Boolean.TRUE.equals(request.usePreviousSourceParameters())
                ? previous(connection, Run.Origin::sourceParameters, "Source", call)
                        .orElse(request.sourceParameters())
                : request.sourceParameters();
        JsonObject destination = Boolean.TRUE.equals(request.usePreviousDestinationParameters())
                ? previous(connection, Run.Origin::destinationParameters, "Destination", call)
                        .orElse(request.destinationParameters())
                : request.destinationParameters();
        return DtoMapper.of(starter.start(connection, source, destination, call), call.now());
    }

    /** Returns the status of a run, by default of the connection's newest, and counts the read. */
    public ConnectionRunDto status(
            String connectionId, @Nullable String jobId, @Nullable String workspaceId, OperationContext call) {
        Limits.requireId("jobId", jobId);
        Connection connection = connections.get(connectionId, CONNECTION_ID).in(workspaceId, WORKSPACE_ID);
        Optional<Run> asked = Optional.ofNullable(jobId).map(id -> find(connection, id));
        connection.readable(CONNECTION_ID);
        return recordRead(asked.orElseGet(() -> newest(connection)), call);
    }

    /** Starts a run for every entry, or none if one must not start. */
    public RefreshBatchDto refreshBatch(
            List<@Nullable RefreshConnectionDto> entries, boolean cancelUnwritables, OperationContext call) {
        BatchEntries batch = new BatchEntries(entries);
        batch.requireWellFormed(connections);
        List<Connection> targets = batch.resolve(connections);
        batch.forEach(targets, Connection::readable);
        batch.forEach(targets, Connection::unlocked);
        batch.forEach(targets, (connection, target) -> requireReady(connection, target, cancelUnwritables, call));
        runs.requireRoom(targets.size(), call.now());
        account.requireRoom(IntStream.range(0, targets.size())
                .mapToLong(i -> size(batch.entry(i)))
                .sum());
        List<Run> started = IntStream.range(0, targets.size())
                .mapToObj(i -> startEntry(targets.get(i), batch.entry(i), call))
                .toList();
        Batch kept = new Batch(
                draws.nextId("batch"), started.stream().map(Run::jobId).toList(), call.now(), call.client());
        batches.add(kept);
        return DtoMapper.of(
                kept, started.stream().map(run -> DtoMapper.of(run, call.now())).toList());
    }

    /** Returns the status of a batch, and counts a read of each of its runs. */
    public RefreshBatchDto batchStatus(String batchId, @Nullable String workspaceId, OperationContext call) {
        Batch batch = batches.find(batchId).orElseThrow(() -> unknownBatch(batchId, "batchId", "this sandbox"));
        List<Run> children = batch.jobIds().stream()
                .flatMap(jobId -> runs.find(jobId).stream())
                .toList();
        if (workspaceId != null && !children.stream().allMatch(run -> isIn(workspaceId, run))) {
            throw unknownBatch(batchId, WORKSPACE_ID, "workspace " + Sanitizer.quote(workspaceId));
        }
        return DtoMapper.of(
                batch, children.stream().map(run -> recordRead(run, call)).toList());
    }

    /** Returns a connection with its newest run and, on request, the description of its source. */
    public ConnectionDto get(
            String connectionId, @Nullable String workspaceId, boolean withSourceResource, OperationContext call) {
        Connection connection = connections
                .get(connectionId, CONNECTION_ID)
                .in(workspaceId, WORKSPACE_ID)
                .readable(CONNECTION_ID);
        return describe(connection, withSourceResource, call.now());
    }

    /** Maps a connection for a list, with its newest run and, on request, the description of its source. */
    public ConnectionDto describe(Connection connection, boolean withSourceResource, Instant now) {
        ConnectionDto plain = describe(connection, now);
        return withSourceResource ? plain.withSourceResourceProperties(connection.resourceProperties()) : plain;
    }

    /** Maps a connection for a list, with its newest run. */
    public ConnectionDto describe(Connection connection, Instant now) {
        return DtoMapper.of(connection, runs.newest(connection.connectionId()).map(run -> DtoMapper.of(run, now)));
    }

    private long size(RefreshConnectionDto request) {
        return RUN_BYTES
                + runs.parameters().sizeIfNew(request.sourceParameters())
                + runs.parameters().sizeIfNew(request.destinationParameters());
    }

    private ConnectionRunDto recordRead(Run run, OperationContext call) {
        Run seen = run.read(call.now());
        if (!seen.equals(run)) {
            runs.replace(seen, call.now());
        }
        Stage before = run.at(call.now()).stage();
        Stage after = seen.at(call.now()).stage();
        if (before != after) {
            events.publish(RunView.toEvent(seen, call.now()));
        }
        call.explanation()
                .because(
                        before == after
                                ? "Run " + run.jobId() + " is in stage " + after
                                : "This read moved run " + run.jobId() + " from stage " + before + " to " + after);
        return DtoMapper.of(seen, call.now());
    }

    private Run startEntry(Connection connection, RefreshConnectionDto entry, OperationContext call) {
        if (Boolean.TRUE.equals(entry.usePreviousSourceParameters())
                || Boolean.TRUE.equals(entry.usePreviousDestinationParameters())) {
            call.explanation().note("A batch ignores usePreviousSourceParameters and usePreviousDestinationParameters");
        }
        return connection.isWritable()
                ? starter.start(connection, entry.sourceParameters(), entry.destinationParameters(), call)
                : starter.cancel(connection, entry.sourceParameters(), entry.destinationParameters(), call);
    }

    private void requireReady(Connection connection, String target, boolean cancelUnwritables, OperationContext call) {
        if (connection.isWritable()) {
            requireIdle(connection, target, call);
        } else if (!cancelUnwritables) {
            throw ApiException.conflict(
                    target,
                    "The destination of connection %s is not writable; with cancelUnwritables=true the others would run"
                            .formatted(Sanitizer.quote(connection.connectionId())));
        }
    }

    private void requireIdle(Connection connection, String target, OperationContext call) {
        if (call.overlap() == Overlap.ALLOW) {
            return;
        }
        runs.newestActive(connection.connectionId(), call.now()).ifPresent(run -> {
            throw ApiException.conflict(
                    target,
                    "Connection %s is being refreshed by run %s; wait until that is final"
                            .formatted(Sanitizer.quote(connection.connectionId()), Sanitizer.quote(run.jobId())));
        });
    }

    private Optional<JsonObject> previous(
            Connection connection, Function<Run.Origin, JsonObject> parameters, String side, OperationContext call) {
        Optional<JsonObject> previous =
                runs.newest(connection.connectionId()).map(Run::origin).map(parameters);
        if (previous.isEmpty()) {
            call.explanation()
                    .note("usePrevious%sParameters found no previous run; the parameters of the request were used"
                            .formatted(side));
        }
        return previous;
    }

    private Run newest(Connection connection) {
        return runs.newest(connection.connectionId())
                .orElseThrow(() -> ApiException.notFound(
                        CONNECTION_ID,
                        "Connection %s has no run on record; refresh it first"
                                .formatted(Sanitizer.quote(connection.connectionId()))));
    }

    private Run find(Connection connection, String jobId) {
        return runs.find(jobId)
                .filter(run -> run.connectionId().equals(connection.connectionId()))
                .orElseThrow(() -> ApiException.notFound(
                        "jobId",
                        "Connection %s has no run %s; leave jobId out to see its newest one"
                                .formatted(Sanitizer.quote(connection.connectionId()), Sanitizer.quote(jobId))));
    }

    private static boolean isIn(String workspaceId, Run run) {
        return run.origin().workspaces().own().equals(workspaceId);
    }

    private static ApiException unknownBatch(String batchId, String target, String place) {
        return ApiException.notFound(
                target,
                "There is no batch %s in %s; refreshBatch returns its ID".formatted(Sanitizer.quote(batchId), place));
    }
}
