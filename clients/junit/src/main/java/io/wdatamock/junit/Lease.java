package io.wdatamock.junit;

import io.wdatamock.client.WdataMock;
import io.wdatamock.server.Configuration;
import io.wdatamock.server.Server;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A sandbox for as long as a test, a class or an application context lives. Closed by JUnit's store: by the one interface
 * before JUnit 5.13, by the other since.
 */
final class Lease implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int LONGEST_NAME = 64;

    private final Server server;
    private final String name;
    private final WdataMock mock;
    private final AtomicBoolean isOpen = new AtomicBoolean(true);

    private Lease(Server server, String name) {
        this.server = server;
        this.name = name;
        this.mock = server.sandbox(name);
    }

    /** A sandbox whose name begins like {@code purpose}, in so far as names allow it, and is nobody else's. */
    static Lease of(Configuration configuration, String purpose) {
        return new Lease(Server.of(configuration), name(purpose, NEXT.incrementAndGet()));
    }

    /** The mock in this sandbox. */
    WdataMock mock() {
        return mock;
    }

    /** What helps to understand a failure. */
    String describe() {
        server.output(); // to be kept, for it is named
        return mock.describe();
    }

    @Override
    public void close() {
        if (isOpen.getAndSet(false)) {
            server.drop(name);
        }
    }

    /** Names have letters, digits, '.', '_' and '-', the first a letter or digit, and are not too long. */
    static String name(String purpose, int number) {
        String end = "-" + number;
        String allowed = purpose.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        String begin = allowed.isEmpty() ? "test" : allowed;
        return begin.substring(0, Math.min(begin.length(), LONGEST_NAME - end.length())) + end;
    }
}
