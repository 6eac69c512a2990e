package io.wdatamock.bench.memory;

import java.io.IOException;

/**
 * Legal traffic that needs much memory.
 *
 * @param repeats how often the full form repeats it
 * @param shortRepeats how often the short form repeats it
 */
record Attack(String name, int repeats, int shortRepeats, Traffic traffic) {

    interface Traffic {

        /** Sends the traffic; an exception means that a request had no response. */
        void send(Attacker attacker, int repeats) throws IOException, InterruptedException;
    }
}
