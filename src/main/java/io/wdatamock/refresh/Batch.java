package io.wdatamock.refresh;

import java.time.Instant;
import java.util.List;

/** Runs that were started together. */
record Batch(String batchId, List<String> jobIds, Instant created, String createdBy) {

    Batch {
        jobIds = List.copyOf(jobIds);
    }
}
