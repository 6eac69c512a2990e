package io.wdatamock.refresh;

import io.wdatamock.connection.Connection;
import io.wdatamock.connection.ConnectionRepository;
import io.wdatamock.events.Events;
import io.wdatamock.lifecycle.Outcome;
import io.wdatamock.lifecycle.Plan;
import io.wdatamock.lifecycle.Run;
import io.wdatamock.lifecycle.RunResult;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.time.SeededRandom;
import io.wdatamock.wire.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts runs: takes the connection's next script and determines the result of the run. */
final class RunStarter {

    private final ConnectionRepository connections;
    private final Runs runs;
    private final SeededRandom draws;
    private final RunResultGenerator endings;
    private final Events events;

    RunStarter(ConnectionRepository connections, Runs runs, SeededRandom draws, Events events) {
        this.connections = connections;
        this.runs = runs;
        this.draws = draws;
        this.endings = new RunResultGenerator(draws);
        this.events = events;
    }

    /** Starts a run with the connection's next script. */
    Run start(
            Connection connection,
            @Nullable JsonObject source,
            @Nullable JsonObject destination,
            OperationContext call) {
        Script script = writable(connection, connection.script(call.defaultScript()));
        Plan plan = script.plan(call.defaultScript());
        call.explanation()
                .because("Connection \"" + connection.connectionId() + "\" took " + connection.scriptPlace() + ": "
                        + plan.outcome() + ", " + plan.pacing());
        connections.save(connection.withScriptTaken());
        return add(connection, source, destination, plan, endings.of(connection, script), call);
    }

    /** Adds a run that is cancelled before its first stage; it uses no script. */
    Run cancel(
            Connection connection,
            @Nullable JsonObject source,
            @Nullable JsonObject destination,
            OperationContext call) {
        call.explanation()
                .because("Connection \"%s\" was cancelled because its destination is unwritable"
                        .formatted(connection.connectionId()));
        return add(connection, source, destination, Plan.CANCELLED, RunResult.EMPTY, call);
    }

    private Run add(
            Connection connection,
            @Nullable JsonObject source,
            @Nullable JsonObject destination,
            Plan plan,
            RunResult ending,
            OperationContext call) {
        Run.Origin origin = new Run.Origin(
                draws.nextId("job"),
                connection.connectionId(),
                new Run.Workspaces(
                        connection.workspaceId(),
                        connection.source().workspaceId(),
                        connection.destination().workspaceId()),
                call.client(),
                Objects.requireNonNullElse(source, JsonObject.EMPTY),
                Objects.requireNonNullElse(destination, JsonObject.EMPTY));
        Run run = runs.add(Run.start(origin, plan, ending, call.now()), call.now());
        events.publish(RunView.toEvent(run, call.now()));
        return run;
    }

    /** Returns the script, with a failure instead of a write to an unwritable destination. */
    private static Script writable(Connection connection, Script script) {
        boolean blocked = !connection.isWritable() && script.outcome().reachesDestination();
        return blocked ? script.withOutcome(Outcome.FAIL_DESTINATION) : script;
    }
}
