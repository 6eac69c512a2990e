package io.wdatamock.bench;

import java.util.Collection;

/** The middle of several measurements, which no outlier moves. */
public final class Median {

    private Median() {}

    public static double of(Collection<? extends Number> measurements) {
        if (measurements.isEmpty()) {
            throw new IllegalArgumentException("There is no median of nothing");
        }
        double[] sorted =
                measurements.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
