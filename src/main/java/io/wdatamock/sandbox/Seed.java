package io.wdatamock.sandbox;

import io.wdatamock.connection.Connection;
import io.wdatamock.fault.Fault;
import io.wdatamock.random.Draws;
import java.time.InstantSource;
import java.util.List;

/**
 * What every sandbox begins with.
 *
 * @param randomSeed the number that its IDs and made-up facts are derived from
 */
record Seed(Settings settings, List<Connection> connections, List<Fault> faults, long randomSeed) {

    Seed {
        connections = List.copyOf(connections);
        faults = List.copyOf(faults);
    }

    /** A new world for the sandbox with this name. */
    World world(String name, InstantSource realTime) {
        return new World(name, settings, connections, faults, new Draws(randomSeed), realTime);
    }
}
