package io.wdatamock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MockClockTests {

    private static final Instant REAL = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant SHOWN = Instant.parse("2031-07-01T00:00:00.123Z");
    private static final Duration LATER = Duration.ofSeconds(7);

    @Test
    void showsRealTimeByDefault() {
        assertThat(MockClock.REAL_TIME.at(REAL)).isEqualTo(REAL);
        assertThat(MockClock.REAL_TIME.at(REAL.plus(LATER))).isEqualTo(REAL.plus(LATER));
    }

    @Test
    void frozenClockDoesNotAdvance() {
        MockClock clock = MockClock.frozenAt(SHOWN);

        assertThat(clock.at(REAL)).isEqualTo(SHOWN);
        assertThat(clock.at(REAL.plus(LATER))).isEqualTo(SHOWN);
    }

    @Test
    void runningClockContinuesFromItsSetTime() {
        MockClock clock = MockClock.runningFrom(SHOWN, REAL);

        assertThat(clock.at(REAL)).isEqualTo(SHOWN);
        assertThat(clock.at(REAL.plus(LATER))).isEqualTo(SHOWN.plus(LATER));
    }

    @Test
    void resumedClockContinuesFromItsFrozenTime() {
        Instant thawed = REAL.plus(LATER);

        MockClock clock = MockClock.runningFrom(MockClock.frozenAt(SHOWN).at(thawed), thawed);

        assertThat(clock.at(thawed)).isEqualTo(SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5S", "PT0S", "-PT5S", "PT0.000000001S", "P3650D"})
    void movesByADuration(Duration by) {
        assertThat(MockClock.REAL_TIME.plus(by).at(REAL)).isEqualTo(REAL.plus(by));
        assertThat(MockClock.frozenAt(SHOWN).plus(by)).isEqualTo(MockClock.frozenAt(SHOWN.plus(by)));
        assertThat(MockClock.runningFrom(SHOWN, REAL).plus(by).at(REAL.plus(LATER)))
                .isEqualTo(SHOWN.plus(LATER).plus(by));
    }

    @Test
    void changesReturnANewClock() {
        MockClock clock = MockClock.runningFrom(SHOWN, REAL);

        assertThat(clock.plus(LATER)).isNotEqualTo(clock);
        assertThat(clock.at(REAL)).isEqualTo(SHOWN);
    }
}
