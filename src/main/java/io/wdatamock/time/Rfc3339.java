package io.wdatamock.time;

import java.time.Instant;

/** The range of instants that responses can contain: RFC 3339 has four digits for the year. */
public final class Rfc3339 {

    /** The rule as the end of an error message. */
    public static final String RULE = "in the years 0000 to 9999 of UTC";

    /** The first instant of the range. */
    public static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    /** The last millisecond of the range. */
    static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final Instant END = LAST.plusMillis(1);

    private Rfc3339() {}

    public static boolean canWrite(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(END);
    }
}
