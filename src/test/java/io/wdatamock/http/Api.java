package io.wdatamock.http;

import io.wdatamock.connection.ConnectionDocument;
import io.wdatamock.fault.Fault;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.Sandboxes;
import io.wdatamock.sandbox.World;
import io.wdatamock.time.MockClock;
import io.wdatamock.wire.WireJson;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server as a client sees it that has one sandbox of its own, whose clock stands still at {@link #START}. What a
 * client cannot do (yet), such as moving that clock, is done to the sandbox itself.
 */
public final class Api {

    /** What the clock of every test's sandbox shows at first. */
    public static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

    private static final String CONNECTIONS = "/api/v1/connections";

    private final URI host;
    private final Sandboxes sandboxes;
    private final String sandbox;

    Api(URI host, Sandboxes sandboxes, String sandbox) {
        this.host = host;
        this.sandboxes = sandboxes;
        this.sandbox = sandbox;
        clock(START);
    }

    /** The same server, seen from another sandbox. */
    public Api in(String other) {
        return new Api(host, sandboxes, other);
    }

    public URI host() {
        return host;
    }

    /** The sandbox's name. */
    public String sandbox() {
        return sandbox;
    }

    /** A request of this method to a path below the sandbox. */
    public Request request(String method, String path) {
        return outside(method, "/sandbox/" + sandbox + path);
    }

    /** A request of this method to a path below the server's root. */
    public Request outside(String method, String path) {
        return new Request(method, URI.create(host + path));
    }

    public Request get(String path) {
        return request("GET", path);
    }

    public Request post(String path) {
        return request("POST", path);
    }

    /** A list with this query, which begins with '?' unless it is empty. */
    public Answer list(String query) {
        return get(CONNECTIONS + query).send();
    }

    public Answer connection(String connectionId) {
        return get(CONNECTIONS + "/" + connectionId).send();
    }

    /** A refresh without a body. */
    public Answer refresh(String connectionId) {
        return refreshOf(connectionId).send();
    }

    /** A refresh with this JSON as its body. */
    public Answer refresh(String connectionId, String json) {
        return refreshOf(connectionId).json(json).send();
    }

    /** A refresh that is still to be sent. */
    public Request refreshOf(String connectionId) {
        return post(CONNECTIONS + "/" + connectionId + "/refresh");
    }

    public Answer status(String connectionId) {
        return get(CONNECTIONS + "/" + connectionId + "/status").send();
    }

    public Answer status(String connectionId, String jobId) {
        return get(CONNECTIONS + "/" + connectionId + "/status?jobId=" + jobId).send();
    }

    /** A refresh of several connections with this JSON as its body. */
    public Answer batch(String json) {
        return batchOf(json, "").send();
    }

    /** A refresh of several connections that is still to be sent, with a query that begins with '?' or is empty. */
    public Request batchOf(String json, String query) {
        return post(CONNECTIONS + "/batch/refresh" + query).json(json);
    }

    public Answer batchStatus(String batchId) {
        return get(CONNECTIONS + "/batch/refresh/" + batchId).send();
    }

    /** Asks for a token with these form fields. */
    public Answer token(String form) {
        return post("/oauth2/token").form(form).without("Authorization").send();
    }

    /** Adds a connection, or replaces the one with its ID. */
    public void given(String connection) {
        ConnectionDocument document = WireJson.MAPPER.readValue(connection, ConnectionDocument.class);
        inside(world -> {
            world.connections().save(document.toConnection(world.now()));
            return document;
        });
    }

    /** Adds a fault and returns its ID. */
    public String fault(String fault) {
        return inside(world -> world.faults()
                .add(WireJson.MAPPER.readValue(fault, Fault.class))
                .id());
    }

    /** Changes those of the sandbox's settings that are given. */
    public void settings(String changes) {
        ObjectNode given = WireJson.MAPPER.readValue(changes, ObjectNode.class);
        inside(world -> {
            world.setSettings(world.settings().with(given));
            return world;
        });
    }

    /** Stops the sandbox's clock at an instant. */
    public void clock(Instant now) {
        inside(world -> {
            world.setClock(MockClock.frozenAt(now));
            return now;
        });
    }

    /** Moves the sandbox's clock on. */
    public void pass(Duration time) {
        inside(world -> {
            world.setClock(world.clock().plus(time));
            return time;
        });
    }

    /** Does something to the sandbox itself. */
    public <T> T inside(Function<World, T> action) {
        Sandbox entered = sandboxes.enter(sandbox);
        try {
            return entered.atomically(action);
        } finally {
            sandboxes.leave(entered);
        }
    }
}
