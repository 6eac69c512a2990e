package io.wdatamock.refresh;

import io.wdatamock.lifecycle.Run;
import java.time.Instant;
import java.util.List;

/** The runs and batches of one sandbox as a value, the oldest first. */
public record RefreshState(List<Run> runs, List<Batch> batches) {

    public static final RefreshState EMPTY = new RefreshState(List.of(), List.of());

    public RefreshState {
        runs = List.copyOf(runs);
        batches = List.copyOf(batches);
    }

    /** Returns the newest recorded instant; {@link Instant#MIN} if there are no runs and batches. */
    public Instant newestInstant() {
        Instant newestRun =
                runs.stream().map(Run::lastMove).max(Instant::compareTo).orElse(Instant.MIN);
        Instant newestBatch =
                batches.stream().map(Batch::created).max(Instant::compareTo).orElse(Instant.MIN);
        return newestRun.isAfter(newestBatch) ? newestRun : newestBatch;
    }
}
