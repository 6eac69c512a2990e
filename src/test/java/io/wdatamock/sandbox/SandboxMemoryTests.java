package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.auth.AuthMode;
import io.wdatamock.config.Validation;
import io.wdatamock.connection.ConnectionDocument;
import io.wdatamock.events.Subscription;
import io.wdatamock.fault.Fault;
import io.wdatamock.journal.Entry;
import io.wdatamock.journal.Explanation;
import io.wdatamock.journal.Headers;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.memory.Pressure;
import io.wdatamock.memory.RetainedMemory;
import io.wdatamock.refresh.OperationContext;
import io.wdatamock.refresh.Overlap;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.JsonObject;
import io.wdatamock.wire.RefreshConnectionDto;
import io.wdatamock.wire.VendorOperation;
import io.wdatamock.wire.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The counted memory of a sandbox equals the retained memory after any operations and evictions. */
class SandboxMemoryTests {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final int CASES = 60;
    private static final int STEPS = 120;
    private static final int THREADS = 8;
    private static final long PLENTY = 1L << 40;
    private static final String[] CONNECTIONS = {"a", "b", "c"};

    @Test
    void countedMemoryEqualsThatOfARestoredSnapshot() {
        for (long seed = 0; seed < CASES; seed++) {
            Sandbox sandbox = sandbox("one", new RetainedMemory(PLENTY));
            Random random = new Random(seed);
            sandbox.restore(sandbox.snapshot());
            for (int step = 0; step < STEPS; step++) {
                step(sandbox, random);
            }
            Sandbox restored = sandbox("other", new RetainedMemory(PLENTY));
            restored.restore(sandbox.snapshot());

            assertThat(bytes(sandbox)).as("seed %d", seed).isEqualTo(bytes(restored));
        }
    }

    @Test
    void resetAndDeletedSandboxesReleaseTheirMemory() {
        RetainedMemory memory = new RetainedMemory(PLENTY);
        Sandbox sandbox = sandbox("one", memory);
        long fresh = memory.used();
        Random random = new Random(7);
        for (int step = 0; step < STEPS; step++) {
            step(sandbox, random);
        }
        assertThat(memory.used()).isGreaterThan(fresh);

        sandbox.reset();
        assertThat(memory.used()).isEqualTo(fresh);
        assertThat(sandbox.retainedBytes()).isEqualTo(fresh);

        sandbox.end();
        assertThat(memory.used()).isZero();
    }

    @Test
    void concurrentSandboxesStayWithinTheBudget() throws InterruptedException, ExecutionException, TimeoutException {
        RetainedMemory memory = new RetainedMemory(400_000);
        List<Sandbox> sandboxes = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Sandbox sandbox = sandbox("s" + i, memory);
            memory.add(sandbox);
            sandboxes.add(sandbox);
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(i);
            work.add(threads.submit(() -> {
                for (int step = 0; step < 3000; step++) {
                    step(sandboxes.get(random.nextInt(THREADS)), random);
                }
            }));
        }
        for (Future<?> each : work) {
            each.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        long sum = sandboxes.stream().mapToLong(Sandbox::retainedBytes).sum();
        assertThat(memory.used()).isEqualTo(sum).isLessThan(2 * memory.limit());
        sandboxes.forEach(Sandbox::end);
        assertThat(memory.used()).isZero();
    }

    private static void step(Sandbox sandbox, Random random) {
        String id = CONNECTIONS[random.nextInt(CONNECTIONS.length)];
        try {
            switch (random.nextInt(12)) {
                case 0 -> sandbox.atomically(state -> put(state, id, random));
                case 1, 2, 3 ->
                    sandbox.atomically(state -> state.refreshes().refresh(id, request(null, random), call(state)));
                case 4 ->
                    sandbox.atomically(state -> state.refreshes()
                            .refreshBatch(List.of(request("a", random), request("b", random)), false, call(state)));
                case 5 -> sandbox.atomically(state -> state.refreshes().status(id, null, null, call(state)));
                case 6 -> sandbox.atomically(state -> delete(state, id));
                case 7 ->
                    sandbox.atomically(
                            state -> state.tokens().issue("c", text(random), state.now(), Duration.ofMinutes(10)));
                case 8 -> sandbox.atomically(state -> state.faults().add(fault(random)));
                case 9 -> sandbox.atomically(state -> deleteFaults(state, random));
                case 10 -> sandbox.atomically(state -> new ClockControl(state).advance(Duration.ofSeconds(1)));
                default -> request(sandbox, id, random);
            }
        } catch (ApiException e) {
            assertThat(e.status()).isIn(404, 409, 503);
        }
    }

    private static Object put(SandboxState state, String id, Random random) {
        ConnectionDocument document = WireJson.MAPPER.readValue(
                "{\"connectionId\": \"%s\", \"destinationWorkbook\": \"one\", \"metadata\": %s}"
                        .formatted(id, parameters(random).text()),
                ConnectionDocument.class);
        state.connections().put(document.toConnection(state.now()));
        return id;
    }

    @Test
    void slowSubscriberIsClosedOnlyWhenFarBehindOrAsLastResort() throws InterruptedException {
        Sandbox sandbox = sandbox("one", new RetainedMemory(PLENTY));
        Subscription subscription = sandbox.watch();

        sandbox.evict(PLENTY, Pressure.HIGH);

        assertThat(subscription.next(Duration.ZERO)).as("queued event").isNotNull();
        sandbox.withBoth((state, journal) -> new ClockControl(state).advance(Duration.ofSeconds(1)));

        sandbox.evict(PLENTY, Pressure.EXTREME);

        assertThat(subscription.next(Duration.ZERO)).as("queued event").isNull();
        assertThat(subscription.isOver()).isTrue();
    }

    private static Object delete(SandboxState state, String id) {
        state.connections().delete(id);
        state.refreshes().control().forget(id);
        return id;
    }

    private static Object deleteFaults(SandboxState state, Random random) {
        if (random.nextInt(4) == 0) {
            state.faults().clear();
        }
        return random;
    }

    private static void request(Sandbox sandbox, String id, Random random) {
        Subscription subscription = sandbox.watch();
        sandbox.withJournal(journal -> {
            Entry entry = journal.begin(seq -> Entry.arrival(seq, NOW, "GET", text(random), null, new Headers("")));
            Entry routed = entry.routed(VendorOperation.GET_CONNECTION, List.of(id + random.nextInt(50)));
            journal.update(routed);
            journal.complete(routed.completed(new Entry.Completion(
                    routed.connectionIds(), text(random), 200, text(random), null, null, List.of(), null, null, 1.0)));
            return journal;
        });
        sandbox.unwatch(subscription);
    }

    private static RefreshConnectionDto request(@Nullable String id, Random random) {
        return new RefreshConnectionDto(id, parameters(random), parameters(random), null, null, null);
    }

    private static JsonObject parameters(Random random) {
        return random.nextInt(3) == 0 ? JsonObject.EMPTY : new JsonObject("{\"p\":\"%s\"}".formatted(text(random)));
    }

    private static String text(Random random) {
        return (random.nextBoolean() ? "x" : "\u20ac").repeat(random.nextInt(20) * 100);
    }

    private static Fault fault(Random random) {
        return WireJson.MAPPER.readValue(
                "{\"effect\": {\"type\": \"status\", \"status\": 500, \"message\": \"%s\"}}".formatted(text(random)),
                Fault.class);
    }

    private static OperationContext call(SandboxState state) {
        return state.context("client", new Explanation());
    }

    private static long bytes(Sandbox sandbox) {
        return sandbox.atomically(SandboxState::bytes);
    }

    private static Sandbox sandbox(String name, RetainedMemory memory) {
        Settings settings = new Settings(AuthMode.ANY, Validation.LENIENT, Overlap.ALLOW, Script.DEFAULT, null);
        return new Sandbox(name, new Seed(settings, List.of(), List.of(), 0), memory, InstantSource.fixed(NOW));
    }
}
