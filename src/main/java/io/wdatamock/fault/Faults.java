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

/** The faults of one sandbox, the oldest first. Not thread-safe: the sandbox's lock guards it. */
public final class Faults {

    /** How many faults may be in force. */
    static final int MOST = 1000;

    private final SeededRandom random;
    private final MemoryAccount account;
    private final Map<String, ActiveFault> active = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<ReleaseReason>> releases = new LinkedHashMap<>();
    private final CompletableFuture<ReleaseReason> sandboxEnd = new CompletableFuture<>();

    /** Faults in force already. */
    public Faults(Collection<ActiveFault> faults, SeededRandom random, MemoryAccount account) {
        this.random = random;
        this.account = account;
        faults.forEach(this::put);
    }

    /** Puts a fault in force; refuses with 400 if there are too many. */
    public ActiveFault add(Fault fault) {
        if (active.size() >= MOST) {
            throw ApiException.badRequest(
                    "faults",
                    "This sandbox has %d faults, but must have at most %d; delete some".formatted(MOST, MOST));
        }
        account.requireRoom(fault.size());
        return put(ActiveFault.of(random.nextId("fault"), fault));
    }

    public List<ActiveFault> all() {
        return List.copyOf(active.values());
    }

    /** Takes a fault out of force and lets go on whom it held; false if there is none with this ID. */
    public boolean delete(String id) {
        CompletableFuture<ReleaseReason> signal = releases.remove(id);
        if (signal != null) {
            account.add(-Objects.requireNonNull(active.remove(id)).fault().size());
            signal.complete(ReleaseReason.FAULT);
        }
        return signal != null;
    }

    /** Takes all faults out of force and lets go on whom they held. */
    public void clear() {
        List.copyOf(active.keySet()).forEach(this::delete);
    }

    /** Ends the world the faults are in; whom they keep waiting, now or later, is let go for this reason. */
    public void end(ReleaseReason why) {
        sandboxEnd.complete(why);
        releases.values().forEach(signal -> signal.complete(why));
    }

    /** Whether some fault needs to know which connections a batch names. */
    public boolean dependOnBatchEntries() {
        return active.values().stream()
                .map(ActiveFault::fault)
                .anyMatch(fault ->
                        fault.connectionId() != null && fault.operation() != VendorOperation.REFRESH_CONNECTION);
    }

    /** The fault that strikes this request, if any: the oldest that matches and is due. */
    public Optional<TriggeredFault> trigger(VendorOperation operation, Collection<String> connectionIds) {
        for (ActiveFault entry : all()) {
            if (entry.fault().matches(operation, connectionIds) && isDue(entry)) {
                CompletableFuture<ReleaseReason> signal = Objects.requireNonNull(releases.get(entry.id()));
                return Optional.of(new TriggeredFault(entry.id(), entry.fault(), signal, sandboxEnd));
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
