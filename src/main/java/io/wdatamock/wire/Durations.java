package io.wdatamock.wire;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses durations in the format of settings: ISO 8601, or a whole number with a unit. */
final class Durations {

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ns", ChronoUnit.NANOS,
            "us", ChronoUnit.MICROS,
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private static final Pattern SIMPLE = Pattern.compile("([+-]?\\d{1,12})(ns|us|ms|s|m|h|d)");

    private Durations() {}

    /**
     * Parses a duration such as {@code 500ms}, {@code 2s} or {@code PT2S}.
     *
     * @throws DateTimeParseException if the text is not a duration
     */
    static Duration parse(String text) {
        Matcher simple = SIMPLE.matcher(text);
        return simple.matches()
                ? Duration.of(Long.parseLong(simple.group(1)), UNITS.getOrDefault(simple.group(2), ChronoUnit.SECONDS))
                : Duration.parse(text);
    }
}
