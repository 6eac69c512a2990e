package io.wdatamock.bench.growth;

/** A figure beside its limit, as a row of a table. */
record Finding(String row, boolean isWithinLimit) {

    /**
     * A figure that may not be larger than its limit.
     *
     * @param detail what it comes from; may be empty
     * @param format how figure and limit are written, with their unit
     */
    static Finding atMost(double limit, double actual, String what, String detail, String format) {
        String row = ("| %s | %s | " + format + " | **" + format + "** |\n").formatted(what, detail, limit, actual);
        return new Finding(row, actual <= limit);
    }
}
