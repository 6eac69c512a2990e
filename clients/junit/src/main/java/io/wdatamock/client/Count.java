package io.wdatamock.client;

import org.jspecify.annotations.Nullable;

/** The expected number of requests: an exact number, or a range with at least one bound. */
public record Count(
        @Nullable Long exactly,
        @Nullable Long atLeast,
        @Nullable Long atMost) {

    @Override
    public String toString() {
        if (exactly != null) {
            return "exactly " + times(exactly);
        }
        if (atLeast != null && atMost != null) {
            return "%d to %s".formatted(atLeast, times(atMost));
        }
        return atLeast != null ? "at least " + times(atLeast) : "at most " + (atMost == null ? "ever" : times(atMost));
    }

    private static String times(long number) {
        return number + (number == 1 ? " time" : " times");
    }
}
