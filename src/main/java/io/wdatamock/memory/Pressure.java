package io.wdatamock.memory;

/** How much eviction may take: each level takes more than the one before, and is used only if that was not enough. */
public enum Pressure {
    /** The oldest entries, runs and tokens; each sandbox keeps its ten newest of each. */
    LOW(10),
    /** All final runs, the counts of requests by connection, and all but the newest entry and token. */
    HIGH(1),
    /** The bodies of the newest entry as well, and event streams for which anything waits. */
    EXTREME(1);

    private final int kept;

    Pressure(int kept) {
        this.kept = kept;
    }

    /** How many entries or tokens of a sandbox stay. */
    public int kept() {
        return kept;
    }
}
