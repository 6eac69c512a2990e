package io.wdatamock.bench.soak;

import java.io.IOException;

/** A kind of client, which goes through its part again and again. */
interface Actor {

    /** Plays the part once. */
    void play() throws IOException;

    /** What is left to do when the soak is over. */
    default void leave() throws IOException {}
}
