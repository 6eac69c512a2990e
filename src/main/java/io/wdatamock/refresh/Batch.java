package io.wdatamock.refresh;

import java.time.Instant;
import java.util.List;

/** Runs that were started together. */
public record Batch(String batchId, List<String> jobIds, Instant created, String createdBy) {

    public Batch {
        jobIds = List.copyOf(jobIds);
    }

    /** This batch without one of its runs. */
    Batch without(String jobId) {
        return new Batch(
                batchId, jobIds.stream().filter(id -> !id.equals(jobId)).toList(), created, createdBy);
    }
}
