package io.wdatamock.bench.soak;

import java.io.IOException;

/** A kind of client, which goes through its part again and again. */
interface Actor {

    /** How many requests a sandbox keeps: with so many, its journal does not grow any more. */
    int KEPT = 1000;

    /** What comes before the part is played for the first time. */
    default void arrive() throws IOException {}

    /** Plays the part once. */
    void play() throws IOException;

    /** What is left to do when the soak is over. */
    default void leave() throws IOException {}
}
