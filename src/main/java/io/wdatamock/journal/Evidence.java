package io.wdatamock.journal;

import java.util.List;

/**
 * The data of a journal that a verification needs, taken in one step so that entries and counts are consistent.
 *
 * @param entries the stored entries of all requests, the newest first
 * @param counted how many answered requests match, ignoring their bodies
 * @param unnamed how many more may match, because they are batches whose bodies were not read
 * @param complete whether {@code counted} and {@code unnamed} include every matching request
 * @param evicted how many entries are no longer stored
 */
public record Evidence(List<Entry> entries, long counted, long unnamed, boolean complete, long evicted) {

    public Evidence {
        entries = List.copyOf(entries);
    }
}
