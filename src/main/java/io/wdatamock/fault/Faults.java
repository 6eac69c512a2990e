package io.wdatamock.fault;

import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.random.Draws;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Operation;
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

    private final Draws draws;
    private final MemoryAccount account;
    private final Map<String, Standing> standing = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Gone>> gone = new LinkedHashMap<>();
    private final CompletableFuture<Gone> over = new CompletableFuture<>();

    /** Faults in force already. */
    public Faults(Collection<Standing> faults, Draws draws, MemoryAccount account) {
        this.draws = draws;
        this.account = account;
        faults.forEach(this::put);
    }

    /** Puts a fault in force; refuses with 400 if there are too many. */
    public Standing add(Fault fault) {
        if (standing.size() >= MOST) {
            throw ApiException.badRequest(
                    "faults",
                    "This sandbox has %d faults, but must have at most %d; delete some".formatted(MOST, MOST));
        }
        account.requireRoom(fault.size());
        return put(Standing.of(draws.nextId("fault"), fault));
    }

    public List<Standing> all() {
        return List.copyOf(standing.values());
    }

    /** Takes a fault out of force and lets go on whom it held; false if there is none with this ID. */
    public boolean delete(String id) {
        CompletableFuture<Gone> signal = gone.remove(id);
        if (signal != null) {
            account.add(-Objects.requireNonNull(standing.remove(id)).fault().size());
            signal.complete(Gone.FAULT);
        }
        return signal != null;
    }

    /** Takes all faults out of force and lets go on whom they held. */
    public void clear() {
        List.copyOf(standing.keySet()).forEach(this::delete);
    }

    /** Ends the world the faults are in; whom they keep waiting, now or later, is let go for this reason. */
    public void end(Gone why) {
        over.complete(why);
        gone.values().forEach(signal -> signal.complete(why));
    }

    /** Whether some fault needs to know which connections a batch names. */
    public boolean lookIntoBatches() {
        return standing.values().stream()
                .map(Standing::fault)
                .anyMatch(fault -> fault.connectionId() != null && fault.operation() != Operation.REFRESH_CONNECTION);
    }

    /** The fault that strikes this request, if any: the oldest that matches and is due. */
    public Optional<Strike> strike(Operation operation, Collection<String> connectionIds) {
        for (Standing entry : all()) {
            if (entry.fault().matches(operation, connectionIds) && isDue(entry)) {
                CompletableFuture<Gone> signal = Objects.requireNonNull(gone.get(entry.id()));
                return Optional.of(new Strike(entry.id(), entry.fault(), signal, over));
            }
        }
        return Optional.empty();
    }

    private Standing put(Standing entry) {
        standing.put(entry.id(), entry);
        account.add(entry.fault().size());
        gone.put(entry.id(), over.isDone() ? over.copy() : new CompletableFuture<>());
        return entry;
    }

    private boolean isDue(Standing entry) {
        Fault fault = entry.fault();
        boolean due = entry.matches() >= fault.skip()
                && (fault.times() == null || entry.hits() < fault.times())
                && (fault.probability() == 1 || draws.nextFraction("probability") < fault.probability());
        standing.put(entry.id(), entry.counted(due));
        return due;
    }
}
