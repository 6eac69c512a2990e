package io.wdatamock.journal;

import io.wdatamock.events.Change;
import io.wdatamock.events.Event;
import io.wdatamock.events.Events;
import io.wdatamock.fidelity.Comparison;
import io.wdatamock.memory.Evictable;
import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.Pressure;
import io.wdatamock.observation.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The journal of one sandbox: the newest requests as entries, and counts of all. Not thread-safe: guarded by the
 * sandbox's lock.
 */
public final class Journal implements Evictable {

    /** The maximum number of entries. */
    public static final int MAX_ENTRIES = 1000;

    /** The maximum number of bytes of all entries. */
    static final long MAX_BYTES = 16L << 20;

    /** An entry and its size, which is expensive to compute. */
    private record StoredEntry(Entry entry, long size) {}

    /** The event of a request. Queued events count as memory beside the journal. */
    private record RequestEvent(Entry entry) implements Change {

        @Override
        public Stream<Event> events() {
            return Stream.of(new Event("request", entry));
        }

        @Override
        public long size() {
            return entry.size();
        }
    }

    private final MemoryAccount account;
    private final Events events;
    private final Map<Long, StoredEntry> entries = new LinkedHashMap<>();
    private final JournalCounts counts;
    private Comparison comparison = new Comparison();
    private final Set<PendingChange> pending = new LinkedHashSet<>();
    private long total;
    private long evicted;
    private long bytes;
    private boolean closed;

    /** Creates a journal that counts its memory in an account and publishes its entries. */
    public Journal(MemoryAccount account, Events events) {
        this.account = account;
        this.counts = new JournalCounts(account);
        this.events = events;
    }

    /** Adds the entry of a request that has arrived, with the next number. */
    public Entry begin(LongFunction<Entry> arrival) {
        total++;
        Entry entry = arrival.apply(total);
        if (!closed) {
            put(entry);
        }
        return entry;
    }

    /** Replaces the entry of an incomplete request and publishes it; an evicted entry is not added again. */
    public void update(Entry entry) {
        if (closed) {
            return;
        }
        if (entries.containsKey(entry.seq())) {
            put(entry);
        }
        events.publish(new RequestEvent(entry));
    }

    /** Replaces the entry of a complete request, publishes it, and counts it. */
    public void complete(Entry entry) {
        if (!closed) {
            counts.count(entry);
            update(entry);
            signal(expected -> expected.concerns(entry));
        }
    }

    /**
     * Adds the response of a real service to a comparison, unless that has ended since the request was sent. The result
     * survives the eviction of entries.
     */
    public void compare(Comparison begun, Observation seen) {
        if (!closed && begun == comparison) {
            long before = comparison.history().size();
            comparison.add(seen);
            account.add(comparison.history().size() - before);
        }
    }

    /** Returns the comparison of a real service with the ledger. */
    public Comparison comparison() {
        return comparison;
    }

    /** Returns the stored entries that pass the filter, the newest first. */
    public List<Entry> entries(Predicate<Entry> filter, int limit) {
        List<StoredEntry> newestFirst = new ArrayList<>(entries.values());
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .map(StoredEntry::entry)
                .filter(filter)
                .limit(limit)
                .toList();
    }

    /** Returns the number of all requests. */
    public long total() {
        return total;
    }

    /** Returns how many entries are no longer stored. */
    public long evicted() {
        return evicted;
    }

    /** Returns the next change that concerns a verification of the pattern. */
    public PendingChange nextChange(RequestPattern expected) {
        PendingChange change = new PendingChange(expected);
        pending.add(change);
        return change;
    }

    /** Ends the wait for a change; false if the change has happened. */
    public boolean cancel(PendingChange change) {
        change.signal().complete(null);
        return pending.remove(change);
    }

    private void signal(Predicate<RequestPattern> isConcerned) {
        pending.removeIf(
                change -> isConcerned.test(change.expected()) && change.signal().complete(null));
    }

    /** Removes all entries, counts and comparisons. */
    public void clear() {
        account.add(-bytes - comparison.history().size());
        comparison = new Comparison();
        entries.clear();
        counts.clear();
        total = 0;
        evicted = 0;
        bytes = 0;
        signal(expected -> true);
    }

    /** Removes all entries and counts, and ignores further requests. */
    public void close() {
        clear();
        account.close();
        closed = true;
    }

    @Override
    public long bytes() {
        return account.bytes();
    }

    @Override
    public boolean evictOldest(Pressure pressure) {
        if (entries.size() > pressure.kept()) {
            dropOldest();
            return true;
        }
        return switch (pressure) {
            case LOW -> false;
            case HIGH -> counts.removeConnections() || removeSeen();
            case EXTREME -> counts.removeConnections() || removeSeen() || removeBodies();
        };
    }

    private boolean removeSeen() {
        long before = comparison.history().size();
        boolean isRemoved = comparison.history().removeOldest();
        account.add(comparison.history().size() - before);
        return isRemoved;
    }

    /** Returns the data for the verification of a pattern. */
    public Evidence evidence(RequestPattern expected) {
        String connectionId = expected.connectionId();
        return new Evidence(
                entries(entry -> true, Integer.MAX_VALUE),
                counts.count(expected.operation(), expected.status(), connectionId),
                connectionId == null ? 0 : counts.countUnnamed(expected.operation(), expected.status()),
                connectionId == null || !counts.isOverflown(),
                evicted);
    }

    /** Whether a request referred to this connection, or may have, because too many connections were counted. */
    public boolean mayHaveNamed(String connectionId) {
        return counts.isOverflown()
                || counts.count(null, null, connectionId) > 0
                || entries.values().stream()
                        .anyMatch(stored -> stored.entry().connectionIds().contains(connectionId));
    }

    /** Returns the connections that answered requests referred to. */
    public Set<String> connectionIds() {
        return counts.connectionIds();
    }

    private void put(Entry entry) {
        StoredEntry now = new StoredEntry(entry, entry.size());
        StoredEntry before = entries.put(entry.seq(), now);
        grow(now.size() - (before == null ? 0 : before.size()));
        while (entries.size() > 1 && isTooMuch()) {
            dropOldest();
        }
    }

    private void dropOldest() {
        Iterator<StoredEntry> oldest = entries.values().iterator();
        grow(-oldest.next().size());
        oldest.remove();
        evicted++;
        account.countEviction();
    }

    /** Removes the bodies of the remaining entries; false if there are none. */
    private boolean removeBodies() {
        long before = bytes;
        entries.replaceAll((seq, stored) -> {
            if (!stored.entry().isAnswered() || !stored.entry().hasBodies()) {
                return stored;
            }
            Entry rest = stored.entry().withoutBodies();
            long size = rest.size();
            grow(size - stored.size());
            return new StoredEntry(rest, size);
        });
        return bytes < before;
    }

    private boolean isTooMuch() {
        return entries.size() > MAX_ENTRIES || bytes > MAX_BYTES;
    }

    private void grow(long more) {
        bytes += more;
        account.add(more);
    }
}
