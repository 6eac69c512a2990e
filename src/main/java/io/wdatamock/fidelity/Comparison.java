package io.wdatamock.fidelity;

import io.wdatamock.observation.History;
import io.wdatamock.observation.Observation;
import java.util.HashMap;
import java.util.Map;

/** Compares what the clients of one sandbox see of a service with the ledger. Not thread-safe. */
public final class Comparison {

    private final Map<String, ComparisonResult> verdicts = new HashMap<>();
    private final History history = new History();

    /** Compares a response with all behaviours that have a check, and adds it to the history. */
    public void add(Observation seen) {
        Checks.BY_NAME.forEach((name, check) -> {
            Finding finding = check.find(seen, history);
            if (finding != Finding.NONE) {
                verdicts.merge(
                        name,
                        ComparisonResult.NONE.with(finding, seen.seq()),
                        (old, first) -> old.with(finding, seen.seq()));
            }
        });
        history.add(seen);
    }

    /** Returns the verdicts by the names of the checks; a behaviour that was not concerned has none. */
    public Map<String, ComparisonResult> verdicts() {
        return Map.copyOf(verdicts);
    }

    /** Returns what the clients saw. */
    public History history() {
        return history;
    }
}
