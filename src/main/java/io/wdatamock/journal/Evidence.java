package io.wdatamock.journal;

import java.util.List;

/**
 * What a journal holds on an expectation, taken in one step, so that entries and counts are of the same instant.
 *
 * @param entries what is kept of all requests, the newest first
 * @param counted how many answered requests meet the expectation but for their bodies
 * @param unnamed how many more might, as they were batches whose bodies were not read
 * @param complete whether {@code counted} and {@code unnamed} cover every matching request
 * @param evicted how many requests are not kept any longer
 */
public record Evidence(List<Entry> entries, long counted, long unnamed, boolean complete, long evicted) {

    public Evidence {
        entries = List.copyOf(entries);
    }
}
