package io.wdatamock.bench.soak;

import io.wdatamock.bench.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs all clients, each on a thread of its own. */
final class LoadGenerator {

    private final Findings findings;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean isOver;

    /** Starts the clients and waits until all are prepared; the names of their sandboxes begin with the prefix. */
    LoadGenerator(Server server, String prefix, Findings findings) throws InterruptedException {
        this.findings = findings;
        int port = server.port();
        List<SoakClient> clients = new ArrayList<>();
        add(clients, 6, i -> new SandboxClient(port, findings));
        add(clients, 2, i -> new AbortingClient(port, prefix + "-aborting-" + i, findings));
        add(clients, 4, i -> new SlowClient(port, prefix + "-slow-" + i, findings));
        add(clients, 3, i -> new EventClient(port, prefix + "-events-" + i, findings));
        add(clients, 2, i -> new MemoryClient(port, prefix + "-memory-" + i, findings));
        CountDownLatch prepared = new CountDownLatch(clients.size());
        clients.forEach(client -> threads.add(Thread.ofVirtual().start(() -> run(client, prepared))));
        prepared.await();
    }

    /** Waits until all clients have finished what they are doing. */
    void stop() throws InterruptedException {
        isOver = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void add(List<SoakClient> clients, int count, IntFunction<SoakClient> client) {
        IntStream.range(0, count).mapToObj(client).forEach(clients::add);
    }

    private void run(SoakClient client, CountDownLatch prepared) {
        try {
            try {
                client.prepare();
            } finally {
                prepared.countDown();
            }
            while (!isOver) {
                client.repeat();
            }
            client.finish();
        } catch (IOException | RuntimeException e) {
            findings.error("%s stopped: %s".formatted(client.getClass().getSimpleName(), e));
        }
    }
}
