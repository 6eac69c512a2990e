package io.wdatamock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RealTimeTests {

    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void neverGoesBackwards() {
        RealTime realTime = new RealTime();
        Instant before = realTime.instant();

        assertThat(before).isAfter(WRITTEN);
        for (int i = 0; i < 10_000; i++) {
            Instant now = realTime.instant();
            assertThat(now.isBefore(before)).isFalse();
            before = now;
        }
    }
}
