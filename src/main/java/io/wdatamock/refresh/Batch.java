package io.wdatamock.refresh;

import io.wdatamock.memory.Sizes;
import java.time.Instant;
import java.util.List;

/** A batch: runs that were started together. */
public record Batch(String batchId, List<String> jobIds, Instant created, String createdBy) {

    /** The memory of a batch without its runs, in bytes. */
    private static final long OVERHEAD = 200;

    /** The memory of a run's entry in a batch, in bytes. */
    private static final long JOB = 72;

    public Batch {
        jobIds = List.copyOf(jobIds);
    }

    /** Returns the estimated memory in bytes. */
    long size() {
        return OVERHEAD + Sizes.of(batchId) + Sizes.of(createdBy) + JOB * jobIds.size();
    }

    /** Returns this batch without one of its runs. */
    Batch without(String jobId) {
        return new Batch(
                batchId, jobIds.stream().filter(id -> !id.equals(jobId)).toList(), created, createdBy);
    }
}
