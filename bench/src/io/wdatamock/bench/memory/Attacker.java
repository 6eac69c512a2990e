package io.wdatamock.bench.memory;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Sends the requests of an attack, counts the statuses of the responses, and keeps the sandboxes that were used. */
final class Attacker {

    /** A little more than the longest time for which the server holds a request. */
    static final int TIMEOUT_MILLIS = 35_000;

    private static final int SMALL_BUFFER = 4096;

    private final int port;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Set<String> sandboxes = new ConcurrentSkipListSet<>();

    Attacker(Server server) {
        this.port = server.port();
    }

    /** The base path of a sandbox, which is deleted after the attack. */
    String sandbox(String name) {
        sandboxes.add(name);
        return "/sandbox/" + name;
    }

    Client connect() throws IOException {
        return new Client(port, TIMEOUT_MILLIS, 0);
    }

    /** Opens a connection with a small receive buffer, and sends a request whose response is read later or never. */
    Client startSlowReader(Request request) throws IOException {
        Client client = new Client(port, TIMEOUT_MILLIS, SMALL_BUFFER);
        client.start(request);
        return client;
    }

    /** Sends a request on a new connection. */
    int send(Request request) throws IOException {
        try (Client client = connect()) {
            return send(client, request);
        }
    }

    int send(Client client, Request request) throws IOException {
        return count(client.exchange(request));
    }

    /** Sends requests one after the other on one connection. */
    void sendInTurn(int count, IntFunction<Request> requests) throws IOException {
        try (Client client = connect()) {
            for (int i = 0; i < count; i++) {
                send(client, requests.apply(i));
            }
        }
    }

    /** Sends a request several times at once, each on a connection of its own. */
    void sendAtOnce(int count, Request request) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sent.add(threads.submit(() -> send(request)));
            }
            for (Future<Integer> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** Reads and counts the responses on these connections, and closes them. */
    void readAndClose(List<Client> clients) throws IOException {
        for (Client client : clients) {
            count(client.skip());
            client.close();
        }
    }

    /** Whether there was a status that the server does not document: a 5xx except 503 and, for long holds, 504. */
    synchronized boolean hasUndocumentedStatus() {
        return statuses.keySet().stream().anyMatch(status -> status >= 500 && status != 503 && status != 504);
    }

    void deleteSandboxes() throws IOException {
        try (Client client = connect()) {
            for (String sandbox : sandboxes) {
                client.exchange(Request.delete("/__mock/sandboxes/" + sandbox));
            }
        }
    }

    synchronized String statuses() {
        return statuses.entrySet().stream()
                .map(count ->
                        "%d × %s".formatted(count.getValue(), count.getKey() == Client.CUT ? "cut" : count.getKey()))
                .collect(Collectors.joining(", "));
    }

    private synchronized int count(int status) {
        statuses.merge(status, 1, Integer::sum);
        return status;
    }
}
