package io.wdatamock.junit;

import io.wdatamock.client.WdataMock;
import io.wdatamock.server.Configuration;
import io.wdatamock.server.Server;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The sandbox of a test, a class or an application context. JUnit's store closes it: through {@code CloseableResource}
 * before JUnit 5.13, through {@code AutoCloseable} since.
 */
final class TestSandbox implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int LONGEST_NAME = 64;

    private final Server server;
    private final String name;
    private final WdataMock mock;
    private final AtomicBoolean isOpen = new AtomicBoolean(true);

    private TestSandbox(Server server, String name) {
        this.server = server;
        this.name = name;
        this.mock = server.sandbox(name);
    }

    /** Creates a sandbox with a unique name that begins with the permitted characters of {@code purpose}. */
    static TestSandbox of(Configuration configuration, String purpose) {
        return new TestSandbox(Server.of(configuration), name(purpose, NEXT.incrementAndGet()));
    }

    /** The mock of this sandbox. */
    WdataMock mock() {
        return mock;
    }

    /** Describes the sandbox for the report of a failure. */
    String describe() {
        server.output(); // keeps the file, which the description names
        return mock.describe();
    }

    @Override
    public void close() {
        if (isOpen.getAndSet(false)) {
            server.deleteSandbox(name);
        }
    }

    /** A valid name: at most 64 letters, digits, '.', '_' and '-', the first a letter or a digit. */
    static String name(String purpose, int number) {
        String end = "-" + number;
        String allowed = purpose.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        String begin = allowed.isEmpty() ? "test" : allowed;
        return begin.substring(0, Math.min(begin.length(), LONGEST_NAME - end.length())) + end;
    }
}
