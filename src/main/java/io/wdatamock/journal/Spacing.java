package io.wdatamock.journal;

import io.wdatamock.wire.InvalidFieldException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time between the arrivals of consecutive matching requests, by the sandbox's clock.
 *
 * @param atLeast the minimum, inclusive; null: none
 * @param atMost the maximum, inclusive; null: none
 */
public record Spacing(@Nullable Duration atLeast, @Nullable Duration atMost) {

    public Spacing {
        requireNatural("atLeast", atLeast);
        requireNatural("atMost", atMost);
        if (atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0) {
            throw new InvalidFieldException(
                    "", "has atLeast %s and atMost %s, which no time meets".formatted(atLeast, atMost));
        }
    }

    /** Whether any time is as expected. */
    boolean isUnlimited() {
        return atLeast == null && atMost == null;
    }

    private static void requireNatural(String field, @Nullable Duration duration) {
        if (duration != null && duration.isNegative()) {
            throw new InvalidFieldException(field, "was " + duration + ", but must not be negative");
        }
    }
}
