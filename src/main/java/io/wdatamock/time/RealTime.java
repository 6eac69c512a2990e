package io.wdatamock.time;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Real time. Reads the system clock once and continues monotonically, so that statuses never go backwards when the
 * system clock is adjusted. The only class that reads the wall clock.
 */
public final class RealTime implements InstantSource {

    private final Instant origin = Instant.now();
    private final long originNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return origin.plusNanos(System.nanoTime() - originNanos);
    }
}
