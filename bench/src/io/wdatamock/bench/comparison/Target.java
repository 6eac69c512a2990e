package io.wdatamock.bench.comparison;

import io.wdatamock.bench.Contestant;

/**
 * What the server shall reach beside another: a ratio that its figure may not exceed, or must reach.
 *
 * @param gross so many times worse is a failure of a short run, be the machine as busy as it may
 */
record Target(Measure measure, Contestant other, boolean atMost, double ratio, double gross) {

    static Target atMost(double ratio, Measure measure, Contestant other) {
        return new Target(measure, other, true, ratio, 1);
    }

    static Target atLeast(double ratio, Measure measure, Contestant other) {
        return new Target(measure, other, false, ratio, 1);
    }

    /** This target, of which a short run may fall short by this factor. */
    Target within(double factor) {
        return new Target(measure, other, atMost, ratio, factor);
    }

    boolean isMet(double actual) {
        return atMost ? actual <= ratio : actual >= ratio;
    }

    boolean isMissedGrossly(double actual) {
        return atMost ? actual > ratio * gross : actual < ratio / gross;
    }

    /** A row of a table: what was wanted, and what became of it. */
    String row(double actual) {
        return "| %s / %s | %s %.2f | **%.2f** | %s |\n"
                .formatted(
                        measure.name(),
                        other.name(),
                        atMost ? "at most" : "at least",
                        ratio,
                        actual,
                        isMet(actual) ? "met" : "missed");
    }
}
