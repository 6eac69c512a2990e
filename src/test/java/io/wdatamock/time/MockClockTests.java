package io.wdatamock.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MockClockTests {

    private static final Instant REAL = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant SHOWN = Instant.parse("2031-07-01T00:00:00.123Z");
    private static final Duration LATER = Duration.ofSeconds(7);

    @Test
    void frozenClockDoesNotAdvance() {
        MockClock clock = frozen();

        assertThat(clock.at(REAL)).isEqualTo(SHOWN);
        assertThat(clock.at(REAL.plus(LATER))).isEqualTo(SHOWN);
    }

    @Test
    void runningClockContinuesFromItsSetTime() {
        MockClock clock = running(1);

        assertThat(clock.at(REAL)).isEqualTo(SHOWN);
        assertThat(clock.at(REAL.plus(LATER))).isEqualTo(SHOWN.plus(LATER));
    }

    @ParameterizedTest
    @CsvSource({"60, PT1S, PT1M", "0.1, PT10S, PT1S", "10000, PT0.001S, PT10S", "2.5, PT0.4S, PT1S", "60, -PT1S, -PT1M"
    })
    void rateMultipliesElapsedTime(double rate, Duration elapsed, Duration moved) {
        assertThat(running(rate).at(REAL.plus(elapsed))).isCloseTo(SHOWN.plus(moved), within(1, ChronoUnit.MICROS));
    }

    @Test
    void fastClockNeverGoesBack() {
        MockClock clock = running(9_999.7);
        Instant before = clock.at(REAL);
        for (int nanos = 1; nanos < 2_000; nanos++) {
            Instant after = clock.at(REAL.plusNanos(nanos));
            assertThat(after).isAfterOrEqualTo(before);
            before = after;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 10_000})
    void clockStopsAtTheLastInstantThatResponsesCanContain(double rate) {
        Instant later = REAL.plus(Duration.ofDays(365L * 10_000));

        assertThat(running(rate).at(later)).isEqualTo("9999-12-31T23:59:59.999Z");
    }

    private static MockClock running(double rate) {
        return MockClock.of(ClockMode.RUNNING, SHOWN, REAL, rate);
    }

    private static MockClock frozen() {
        return MockClock.of(ClockMode.FROZEN, SHOWN, REAL, 1);
    }
}
