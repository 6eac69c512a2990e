package io.wdatamock.refresh;

import io.wdatamock.lifecycle.Run;
import io.wdatamock.memory.MemoryAccount;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest thousand batches of one sandbox. A batch is removed with the first of its runs that is evicted. */
final class Batches {

    /** The maximum number of batches; the oldest are removed first. */
    static final int KEPT = 1000;

    private final Map<String, Batch> byId = new LinkedHashMap<>();
    private final Map<String, String> byJob = new HashMap<>();
    private final MemoryAccount account;

    Batches(MemoryAccount account) {
        this.account = account;
    }

    Optional<Batch> find(String batchId) {
        return Optional.ofNullable(byId.get(batchId));
    }

    /** Returns all batches, the oldest first. */
    List<Batch> all() {
        return List.copyOf(byId.values());
    }

    void add(Batch batch) {
        byId.put(batch.batchId(), batch);
        account.add(batch.size());
        batch.jobIds().forEach(jobId -> byJob.put(jobId, batch.batchId()));
        if (byId.size() > KEPT) {
            remove(byId.values().iterator().next());
        }
    }

    /** Removes the batch of the run, if any. */
    void dropWith(Run run) {
        Optional.ofNullable(byJob.get(run.jobId())).map(byId::get).ifPresent(this::remove);
    }

    /** Removes the run from its batch, if any; an empty batch is removed. */
    void remove(Run run) {
        Optional.ofNullable(byJob.remove(run.jobId())).map(byId::get).ifPresent(batch -> {
            Batch rest = batch.without(run.jobId());
            account.add((rest.jobIds().isEmpty() ? 0 : rest.size()) - batch.size());
            if (rest.jobIds().isEmpty()) {
                byId.remove(batch.batchId());
            } else {
                byId.put(batch.batchId(), rest);
            }
        });
    }

    private void remove(Batch batch) {
        byId.remove(batch.batchId());
        account.add(-batch.size());
        batch.jobIds().forEach(byJob::remove);
    }
}
