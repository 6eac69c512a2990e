package io.wdatamock.fidelity;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a service compares with a behaviour.
 *
 * @param confirmed how many responses confirmed the behaviour
 * @param contradicted how many responses contradicted it
 * @param witnesses the journal's numbers of the first three responses that contradicted it, or, without
 *     contradictions, of the first three that confirmed it
 */
public record ComparisonResult(long confirmed, long contradicted, List<Long> witnesses) {

    static final ComparisonResult NONE = new ComparisonResult(0, 0, List.of());

    private static final int MAX_WITNESSES = 3;

    ComparisonResult with(Finding finding, long seq) {
        return switch (finding) {
            case NONE -> this;
            case CONFIRMED ->
                new ComparisonResult(confirmed + 1, contradicted, contradicted > 0 ? witnesses : with(witnesses, seq));
            case CONTRADICTED ->
                new ComparisonResult(confirmed, contradicted + 1, with(contradicted > 0 ? witnesses : List.of(), seq));
        };
    }

    private static List<Long> with(List<Long> witnesses, long seq) {
        return witnesses.size() < MAX_WITNESSES
                ? Stream.concat(witnesses.stream(), Stream.of(seq)).toList()
                : witnesses;
    }
}
