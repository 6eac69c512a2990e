package io.wdatamock.har;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Converts the values of a HAR file. Each method throws 400 for a wrong value, with its place. */
final class HarValues {

    private static final String ISO_8601 = "an ISO 8601 date and time with offset, such as 2026-01-31T12:00:00.000Z";

    /** With offsets in all forms of ISO 8601, such as {@code +01:00}, {@code +0100}, {@code +01} and {@code Z}. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int MAX_YEAR = 9999;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NO_TIME = -1;

    /** The longest duration of an exchange, in milliseconds. */
    private static final long MAX_TIME = Duration.ofDays(365).toMillis();

    private static final int NO_RESPONSE = 0;
    private static final int MIN_STATUS = 100;
    private static final int MAX_STATUS = 599;
    private static final String BASE64 = "base64";

    private HarValues() {}

    static String method(String place, @Nullable String method) {
        if (method == null || method.isBlank()) {
            throw JsonCursor.wrongText(place, method, "an HTTP method");
        }
        return method;
    }

    static URI url(String place, @Nullable String url) {
        if (url == null) {
            throw JsonCursor.wrongText(place, null, "an absolute URL");
        }
        return HarUrl.parse(url).orElseThrow(() -> JsonCursor.wrongText(place, url, "an absolute URL"));
    }

    static Instant instant(String place, @Nullable String text) {
        if (text == null) {
            throw JsonCursor.wrongText(place, null, ISO_8601);
        }
        try {
            OffsetDateTime parsed = OffsetDateTime.parse(text, DATE_TIME);
            if (parsed.getYear() >= 0 && parsed.getYear() <= MAX_YEAR) {
                return parsed.toInstant();
            }
        } catch (DateTimeException e) {
            // reported below
        }
        throw JsonCursor.wrongText(place, text, ISO_8601);
    }

    /** Returns a duration; zero if it is absent or -1, the format's value for what does not apply. */
    static Duration duration(String place, @Nullable String number) {
        double millis = number == null ? NO_TIME : Double.parseDouble(number);
        if (millis == NO_TIME) {
            return Duration.ZERO;
        }
        if (millis < 0 || millis > MAX_TIME) {
            throw JsonCursor.wrongNumber(place, String.valueOf(number), "-1 or from 0 to %d".formatted(MAX_TIME));
        }
        return Duration.ofNanos(Math.round(millis * NANOS_PER_MILLI));
    }

    /** Returns a status; 0 if it is absent, as for an exchange without response. */
    static int status(String place, @Nullable String number) {
        double status = number == null ? NO_RESPONSE : Double.parseDouble(number);
        boolean isStatus = status >= MIN_STATUS && status <= MAX_STATUS && status == Math.rint(status);
        if (!isStatus && status != NO_RESPONSE) {
            throw JsonCursor.wrongNumber(
                    place, String.valueOf(number), "0 or from %d to %d".formatted(MIN_STATUS, MAX_STATUS));
        }
        return (int) status;
    }

    /** Returns the text of a body, decoded if it is encoded. */
    static @Nullable String content(String place, @Nullable String text, @Nullable String encoding) {
        if (text == null || !BASE64.equalsIgnoreCase(encoding)) {
            return text;
        }
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw JsonCursor.wrongText(place, text, "Base64");
        }
    }
}
