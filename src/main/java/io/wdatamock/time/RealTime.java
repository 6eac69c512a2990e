package io.wdatamock.time;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Real time, read from the system's clock once and carried on monotonically, so that an adjustment of that clock
 * never makes a status go backwards. The only place that reads the wall clock.
 */
public final class RealTime implements InstantSource {

    private final Instant origin = Instant.now();
    private final long originNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return origin.plusNanos(System.nanoTime() - originNanos);
    }
}
