package io.wdatamock.refresh;

import io.wdatamock.memory.Sizes;
import java.time.Instant;
import java.util.List;

/** Runs that were started together. */
public record Batch(String batchId, List<String> jobIds, Instant created, String createdBy) {

    /** The batch, its instant, its list, and its place among the others. */
    private static final long OVERHEAD = 200;

    /** What a run takes in a batch: its place in the list, and its entry among the runs of all batches. */
    private static final long JOB = 72;

    public Batch {
        jobIds = List.copyOf(jobIds);
    }

    /** About how many bytes of memory it takes. */
    long size() {
        return OVERHEAD + Sizes.of(batchId) + Sizes.of(createdBy) + JOB * jobIds.size();
    }

    /** This batch without one of its runs. */
    Batch without(String jobId) {
        return new Batch(
                batchId, jobIds.stream().filter(id -> !id.equals(jobId)).toList(), created, createdBy);
    }
}
