package io.wdatamock.memory;

/**
 * How much eviction may remove. Each level removes more than the one before, and is used only if that did not suffice.
 */
public enum Pressure {
    /** The oldest entries, runs and tokens; each sandbox keeps its ten newest of each. */
    LOW(10),
    /** All final runs, the request counts per connection, and all but the newest entry and token. */
    HIGH(1),
    /** Also the bodies of the newest entry, and event streams with queued changes. */
    EXTREME(1);

    private final int kept;

    Pressure(int kept) {
        this.kept = kept;
    }

    /** Returns how many entries or tokens of a sandbox remain. */
    public int kept() {
        return kept;
    }
}
