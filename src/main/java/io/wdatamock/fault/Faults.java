package io.wdatamock.fault;

import io.wdatamock.random.Draws;
import io.wdatamock.wire.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The faults of one sandbox, the oldest first. Not thread-safe: the sandbox's lock guards it. */
public final class Faults {

    /** A fault in force, and how often it has matched and struck. */
    private static final class Standing {
        private final String id;
        private final Fault fault;
        private long matches;
        private long hits;

        private Standing(String id, Fault fault) {
            this.id = id;
            this.fault = fault;
        }
    }

    private final Draws draws;
    private final List<Standing> standing = new ArrayList<>();

    public Faults(Collection<Fault> faults, Draws draws) {
        this.draws = draws;
        faults.forEach(this::add);
    }

    /** Puts a fault in force and returns its ID. */
    public String add(Fault fault) {
        String id = draws.nextId("fault");
        standing.add(new Standing(id, fault));
        return id;
    }

    /** Whether some fault needs to know which connections a batch names. */
    public boolean lookIntoBatches() {
        return standing.stream()
                .map(entry -> entry.fault)
                .anyMatch(fault -> fault.connectionId() != null && fault.operation() != Operation.REFRESH_CONNECTION);
    }

    /** The fault that strikes this request, if any: the oldest that matches and is due. */
    public Optional<Strike> strike(Operation operation, Collection<String> connectionIds) {
        return standing.stream()
                .filter(entry -> entry.fault.matches(operation, connectionIds))
                .filter(this::isDue)
                .findFirst()
                .map(entry -> new Strike(entry.id, entry.fault));
    }

    private boolean isDue(Standing entry) {
        Fault fault = entry.fault;
        entry.matches++;
        boolean due = entry.matches > fault.skip()
                && (fault.times() == null || entry.hits < fault.times())
                && (fault.probability() == 1 || draws.nextFraction("probability") < fault.probability());
        if (due) {
            entry.hits++;
        }
        return due;
    }
}
