package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.wire.InvalidFieldException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The expected number of requests: an exact number, or bounds of which one may be null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Count(
        @Nullable Long exactly,
        @Nullable Long atLeast,
        @Nullable Long atMost) {

    static final Count ONCE_OR_MORE = new Count(null, 1L, null);

    public Count {
        if (exactly != null && (atLeast != null || atMost != null)) {
            throw new InvalidFieldException("", "has exactly and a bound, but must have one or the other");
        }
        requireNatural("exactly", exactly);
        requireNatural("atLeast", atLeast);
        requireNatural("atMost", atMost);
        if (atLeast != null && atMost != null && atLeast > atMost) {
            throw new InvalidFieldException(
                    "", "has atLeast %d and atMost %d, which no number meets".formatted(atLeast, atMost));
        }
    }

    /** Whether any number is as expected. */
    boolean isUnlimited() {
        return exactly == null && atLeast == null && atMost == null;
    }

    private static void requireNatural(String field, @Nullable Long number) {
        if (number != null && number < 0) {
            throw new InvalidFieldException(field, "was " + number + ", but must not be negative");
        }
    }

    /** Whether further requests cannot bring the number back into the bounds. */
    boolean isExceededBy(long number) {
        return number > most();
    }

    /** Returns the verdict if the number is from {@code least} to {@code most}. */
    Verdict verdict(long least, long most) {
        if (least >= least() && most <= most()) {
            return Verdict.SATISFIED;
        }
        return most < least() || least > most() ? Verdict.VIOLATED : Verdict.UNKNOWN;
    }

    private long least() {
        return exactly != null ? exactly : Objects.requireNonNullElse(atLeast, 0L);
    }

    private long most() {
        return exactly != null ? exactly : Objects.requireNonNullElse(atMost, Long.MAX_VALUE);
    }

    /** Returns the form for messages: {@code at least 1 time}. */
    @Override
    public String toString() {
        if (exactly != null) {
            return "exactly " + times(exactly);
        }
        if (atLeast != null && atMost != null) {
            return "%d to %s".formatted(atLeast, times(atMost));
        }
        return atLeast != null ? "at least " + times(atLeast) : "at most " + times(most());
    }

    private static String times(long number) {
        return number + (number == 1 ? " time" : " times");
    }
}
