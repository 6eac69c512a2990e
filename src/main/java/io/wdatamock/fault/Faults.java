package io.wdatamock.fault;

import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.time.SeededRandom;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.VendorOperation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The active faults of one sandbox, the oldest first. Not thread-safe: guarded by the sandbox's lock. */
public final class Faults {

    /** The maximum number of active faults. */
    static final int MOST = 1000;

    private final SeededRandom random;
    private final MemoryAccount account;
    private final Map<String, ActiveFault> active = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<ReleaseReason>> releases = new LinkedHashMap<>();
    private final CompletableFuture<ReleaseReason> sandboxEnd = new CompletableFuture<>();

    /** Creates the collection with faults that are already active. */
    public Faults(Collection<ActiveFault> faults, SeededRandom random, MemoryAccount account) {
        this.random = random;
        this.account = account;
        faults.forEach(this::put);
    }

    /** Activates a fault; throws 400 if there are too many. */
    public ActiveFault add(Fault fault) {
        return addAll(List.of(fault)).get(0);
    }

    /** Activates faults; throws 400 if there are too many, and then activates none. */
    public List<ActiveFault> addAll(List<Fault> faults) {
        if (active.size() + faults.size() > MOST) {
            throw ApiException.badRequest(
                    "faults",
                    "This sandbox has %d faults, but must have at most %d; delete some".formatted(active.size(), MOST));
        }
        account.requireRoom(faults.stream().mapToLong(Fault::size).sum());
        return faults.stream()
                .map(fault -> put(ActiveFault.of(random.nextId("fault"), fault)))
                .toList();
    }

    public List<ActiveFault> all() {
        return List.copyOf(active.values());
    }

    /** Removes a fault and releases the requests that it holds; false if the ID is unknown. */
    public boolean delete(String id) {
        CompletableFuture<ReleaseReason> signal = releases.remove(id);
        if (signal != null) {
            account.add(-Objects.requireNonNull(active.remove(id)).fault().size());
            signal.complete(ReleaseReason.FAULT);
        }
        return signal != null;
    }

    /** Removes all faults and releases the requests that they hold. */
    public void clear() {
        List.copyOf(active.keySet()).forEach(this::delete);
    }

    /**
     * Releases all requests that wait for a fault, now or later, for this reason. The sandbox was reset, removed, or
     * the server is stopping.
     */
    public void end(ReleaseReason why) {
        sandboxEnd.complete(why);
        releases.values().forEach(signal -> signal.complete(why));
    }

    /** Returns the signal that completes once the sandbox is reset or removed, or the server stops. */
    public CompletableFuture<ReleaseReason> sandboxEnd() {
        return sandboxEnd;
    }

    /** Whether the selection for a batch depends on the connections that its body names. */
    public boolean dependOnBatchEntries() {
        return active.values().stream()
                .map(ActiveFault::fault)
                .anyMatch(fault ->
                        fault.connectionId() != null && fault.operation() != VendorOperation.REFRESH_CONNECTION);
    }

    /** Selects the fault for a request: the oldest that matches and is due. Counts the matches. */
    public Optional<TriggeredFault> trigger(VendorOperation operation, Collection<String> connectionIds) {
        for (ActiveFault entry : all()) {
            if (entry.fault().matches(operation, connectionIds) && isDue(entry)) {
                CompletableFuture<ReleaseReason> signal = Objects.requireNonNull(releases.get(entry.id()));
                Fault fault = entry.fault();
                return Optional.of(
                        new TriggeredFault(entry.id(), fault, fault.effect().pause(random), signal, sandboxEnd));
            }
        }
        return Optional.empty();
    }

    private ActiveFault put(ActiveFault entry) {
        active.put(entry.id(), entry);
        account.add(entry.fault().size());
        releases.put(entry.id(), sandboxEnd.isDone() ? sandboxEnd.copy() : new CompletableFuture<>());
        return entry;
    }

    private boolean isDue(ActiveFault entry) {
        Fault fault = entry.fault();
        boolean due = entry.matches() >= fault.skip()
                && (fault.times() == null || entry.hits() < fault.times())
                && (fault.probability() == 1 || random.nextFraction("probability") < fault.probability());
        active.put(entry.id(), entry.counted(due));
        return due;
    }
}
