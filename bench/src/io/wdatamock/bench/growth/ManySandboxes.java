package io.wdatamock.bench.growth;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import io.wdatamock.bench.Server;
import java.io.IOException;
import java.util.List;

/** A server with few and with very many sandboxes, by turns, and requests that go around all of them. */
final class ManySandboxes {

    private static final List<Integer> SIZES = List.of(1, 100, 1_000);
    private static final int VISITS = 1_000;

    private final Server server;
    private final Comparison comparison = new Comparison();

    ManySandboxes(Server server) {
        this.server = server;
    }

    List<Finding> compare(int rounds) throws IOException {
        try (Client client = new Client(server.port())) {
            for (int round = 0; round < rounds; round++) {
                for (int size : SIZES) {
                    resize(client, size);
                    visit(client, size);
                }
            }
        }
        return comparison.findings("sandboxes");
    }

    private void visit(Client client, int size) throws IOException {
        for (int visit = 0; visit < VISITS; visit++) {
            comparison.take(size, client, sandbox(visit % size), "instant");
        }
    }

    /** The first sandbox is the default one, which is always there; all others begin anew, with nothing in them. */
    private void resize(Client client, int size) throws IOException {
        for (int number = 1; number < SIZES.getLast(); number++) {
            client.send(Request.delete("/__mock/sandboxes/" + sandbox(number)));
        }
        client.send(Request.delete("/__mock/sandboxes/" + sandbox(0)));
        for (int number = 0; number < size; number++) {
            client.send(Operation.GET.on(sandbox(number), "instant"));
        }
    }

    private static String sandbox(int number) {
        return number == 0 ? "default" : "one-of-many-" + number;
    }
}
