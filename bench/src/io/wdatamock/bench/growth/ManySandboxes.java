package io.wdatamock.bench.growth;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Contestant;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Server;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Servers with one, a hundred and a thousand sandboxes. They are asked in turn, request by request, so that whatever
 * comes over the machine comes over all of them.
 */
final class ManySandboxes implements AutoCloseable {

    private static final List<Integer> SIZES = List.of(1, 100, 1_000);

    private final Map<Integer, Server> servers = new LinkedHashMap<>();
    private final Map<Integer, Client> clients = new LinkedHashMap<>();

    ManySandboxes(Request first) throws IOException {
        for (int size : SIZES) {
            Server server = Server.start(Contestant.ours("--wdata-mock.sandboxes.max=1000"), first);
            servers.put(size, server);
            clients.put(size, new Client(server.port()));
        }
    }

    /** Visits the sandboxes of each server so often, one after the other and again from the first. */
    List<Finding> compare(int visits) throws IOException {
        Comparison comparison = new Comparison();
        for (int visit = 0; visit < visits; visit++) {
            for (int size : SIZES) {
                comparison.take(size, clients.get(size), sandbox(visit % size), "instant");
            }
        }
        return comparison.findings("sandboxes");
    }

    @Override
    public void close() throws IOException {
        for (Client client : clients.values()) {
            client.close();
        }
        servers.values().forEach(Server::close);
    }

    private static String sandbox(int number) {
        return number == 0 ? "default" : "one-of-many-" + number;
    }
}
