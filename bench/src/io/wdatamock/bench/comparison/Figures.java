package io.wdatamock.bench.comparison;

import io.wdatamock.bench.Contestant;
import io.wdatamock.bench.Median;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** All that was measured, round by round. */
final class Figures {

    private record Key(Measure measure, Contestant contestant) {}

    private final Map<Key, List<Double>> rounds = new LinkedHashMap<>();

    void add(Measure measure, Contestant contestant, double value) {
        rounds.computeIfAbsent(new Key(measure, contestant), key -> new ArrayList<>())
                .add(value);
    }

    /** The measures, in the order in which they were first taken. */
    Set<Measure> measures() {
        Set<Measure> measures = new LinkedHashSet<>();
        rounds.keySet().forEach(key -> measures.add(key.measure()));
        return measures;
    }

    double median(Measure measure, Contestant contestant) {
        return Median.of(of(measure, contestant));
    }

    /** The median of the ratios round by round: what disturbs a round disturbs all that is measured in it. */
    double ratio(Measure measure, Contestant one, Contestant other) {
        List<Double> dividends = of(measure, one);
        List<Double> divisors = of(measure, other);
        return Median.of(IntStream.range(0, dividends.size())
                .mapToObj(round -> dividends.get(round) / divisors.get(round))
                .toList());
    }

    private List<Double> of(Measure measure, Contestant contestant) {
        return Objects.requireNonNull(rounds.get(new Key(measure, contestant)), () -> measure + " of " + contestant);
    }
}
