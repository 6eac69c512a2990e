package io.wdatamock.bench.memory;

import java.io.IOException;

/** A kind of legal traffic that needs much memory. */
@FunctionalInterface
interface Attack {

    /** Sends the traffic; an exception means that the server left a request without an answer. */
    void run(Attacker attacker, int repeats) throws IOException, InterruptedException;

    /**
     * An attack, and how often it is repeated.
     *
     * @param full how often in the full form
     * @param brief how often in the short form
     */
    record Case(String name, int full, int brief, Attack attack) {}
}
