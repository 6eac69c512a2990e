package io.wdatamock.sandbox;

import io.wdatamock.connection.Connection;
import io.wdatamock.events.Events;
import io.wdatamock.fault.ActiveFault;
import io.wdatamock.fault.Fault;
import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.refresh.RefreshState;
import io.wdatamock.time.ClockMode;
import io.wdatamock.time.SeededRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The initial content of every sandbox.
 *
 * @param randomSeed the seed of its IDs and generated values
 */
record Seed(Settings settings, List<Connection> connections, List<Fault> faults, long randomSeed) {

    Seed {
        connections = List.copyOf(connections);
        faults = List.copyOf(faults);
    }

    /** Creates the state of a new sandbox. */
    SandboxState newState(String name, InstantSource realTime, Events events, MemoryAccount account) {
        SeededRandom draws = new SeededRandom(randomSeed);
        List<ActiveFault> standing = faults.stream()
                .map(fault -> ActiveFault.of(draws.nextId("fault"), fault))
                .toList();
        StateSnapshot initial = new StateSnapshot(
                realTime.instant(),
                ClockMode.RUNNING,
                null,
                settings,
                connections,
                RefreshState.EMPTY,
                List.of(),
                standing,
                draws.state(),
                Map.of());
        return new SandboxState(name, initial, realTime, events, account, true);
    }
}
