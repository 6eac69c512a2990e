package io.wdatamock.bench.memory;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Sends requests on behalf of an attack, counts the answers, and knows which sandboxes were used. */
final class Attacker {

    private final int port;
    private final Answers answers = new Answers();
    private final Set<String> sandboxes = new ConcurrentSkipListSet<>();

    Attacker(int port) {
        this.port = port;
    }

    Answers answers() {
        return answers;
    }

    /** The base path of a sandbox, which is dropped after the attack. */
    String sandbox(String name) {
        sandboxes.add(name);
        return "/sandbox/" + name;
    }

    /** Opens a connection that is the attack's own to use and to close. */
    Connection connect() throws IOException {
        return new Connection(port);
    }

    /** Opens a connection that takes in only a little of what the server sends. */
    Connection connectNarrow() throws IOException {
        return new Connection(port, 4096);
    }

    /** Sends a request on a connection of its own. */
    int send(Call call) throws IOException {
        return send(call, OutputStream.nullOutputStream());
    }

    int send(Call call, OutputStream answer) throws IOException {
        try (Connection connection = connect()) {
            return answers.count(connection.exchange(call, answer));
        }
    }

    /** Sends requests one after the other on one connection. */
    void sendInTurn(int count, IntFunction<Call> calls) throws IOException {
        try (Connection connection = connect()) {
            for (int i = 0; i < count; i++) {
                answers.count(connection.exchange(calls.apply(i)));
            }
        }
    }

    /** Sends as many requests at once, each on a connection of its own. */
    void sendAtOnce(int count, IntFunction<Call> calls) throws IOException, InterruptedException {
        try (ExecutorService clients = Executors.newFixedThreadPool(count)) {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Call call = calls.apply(i);
                sent.add(clients.submit(() -> send(call)));
            }
            for (Future<Integer> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** Reads the answer to what was sent on this connection. */
    void read(Connection connection) throws IOException {
        answers.count(connection.read(OutputStream.nullOutputStream()));
    }

    /** Deletes the sandboxes that the attack used. */
    void dropSandboxes() throws IOException {
        try (Connection connection = connect()) {
            for (String sandbox : sandboxes) {
                connection.exchange(Call.delete("/__mock/sandboxes/" + sandbox));
            }
        }
    }

    static void pause(int seconds) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
    }
}
