package io.wdatamock.fidelity;

import io.wdatamock.observation.History;
import io.wdatamock.observation.Observation;

/** Compares an observation with one behaviour. */
@FunctionalInterface
interface Check {

    /** Returns what the observation shows, given the history before it. */
    Finding find(Observation seen, History before);

    /** A check that needs no history. */
    @FunctionalInterface
    interface OfOne extends Check {

        Finding find(Observation seen);

        @Override
        default Finding find(Observation seen, History before) {
            return find(seen);
        }
    }
}
