package io.wdatamock.bench.soak;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits in real time. */
final class Pause {

    private Pause() {}

    /** A fifth of a second. */
    static boolean briefly() {
        return of(Duration.ofMillis(200));
    }

    static boolean of(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return true;
    }
}
