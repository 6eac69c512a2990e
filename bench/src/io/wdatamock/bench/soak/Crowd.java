package io.wdatamock.bench.soak;

import io.wdatamock.bench.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All clients, each on a thread of its own, until they are told to leave. */
final class Crowd {

    private static final int TENANTS = 6;
    private static final int VANDALS = 2;
    private static final int DRIPPERS = 4;
    private static final int VIEWERS = 3;
    private static final int GREEDY = 2;

    private final Findings findings;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch arrived = new CountDownLatch(TENANTS + VANDALS + DRIPPERS + VIEWERS + GREEDY);
    private volatile boolean over;

    /** Lets the clients in, and returns when all are there; {@code name} tells their sandboxes from those of another crowd. */
    Crowd(Server server, String name, Findings findings) throws InterruptedException {
        this.findings = findings;
        int port = server.port();
        Stream<Actor> actors = Stream.of(
                        IntStream.range(0, TENANTS).mapToObj(i -> new Tenant(port, findings)),
                        IntStream.range(0, VANDALS).mapToObj(i -> new Vandal(port, name + "-vandal-" + i, findings)),
                        IntStream.range(0, DRIPPERS).mapToObj(i -> new Dripper(port, name + "-dripper-" + i, findings)),
                        IntStream.range(0, VIEWERS).mapToObj(i -> new Viewer(port, name + "-viewed-" + i, findings)),
                        IntStream.range(0, GREEDY)
                                .mapToObj(i -> new GreedyClient(port, name + "-greedy-" + i, findings)))
                .flatMap(one -> one);
        actors.forEach(actor -> threads.add(Thread.ofVirtual().start(() -> act(actor))));
        arrived.await();
    }

    /** Has all clients finish what they are doing, and go. */
    void leave() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void arrive(Actor actor) throws IOException {
        try {
            actor.arrive();
        } finally {
            arrived.countDown();
        }
    }

    private void act(Actor actor) {
        try {
            arrive(actor);
            while (!over) {
                actor.play();
            }
            actor.leave();
        } catch (IOException | RuntimeException e) {
            findings.wrong("%s had to stop: %s".formatted(actor.getClass().getSimpleName(), e));
        }
    }
}
