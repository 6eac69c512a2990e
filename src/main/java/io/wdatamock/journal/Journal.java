package io.wdatamock.journal;

import io.wdatamock.events.Change;
import io.wdatamock.events.Event;
import io.wdatamock.events.Events;
import io.wdatamock.memory.Evictable;
import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.Pressure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The requests of one sandbox: the newest of them whole, and tallies of all. Not thread-safe: the sandbox's lock guards
 * it.
 */
public final class Journal implements Evictable {

    /** How many entries are kept. */
    public static final int MOST_ENTRIES = 1000;

    /** How many bytes they may take. */
    static final long MOST_BYTES = 16L << 20;

    /** An entry and its size, which takes longer to add up than to keep. */
    private record Kept(Entry entry, long size) {}

    /** What viewers are told of a request; what waits for them takes memory beside that of the journal. */
    private record Told(Entry entry) implements Change {

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
    private final Map<Long, Kept> entries = new LinkedHashMap<>();
    private final Tallies tallies;
    private long total;
    private long evicted;
    private long bytes;
    private boolean closed;

    /** A journal that counts its memory in an account, and tells of what is entered once it is known what it is. */
    public Journal(MemoryAccount account, Events events) {
        this.account = account;
        this.tallies = new Tallies(account);
        this.events = events;
    }

    /** Enters a request that arrives, under the next number. */
    public Entry begin(LongFunction<Entry> arrival) {
        total++;
        Entry entry = arrival.apply(total);
        if (!closed) {
            put(entry);
        }
        return entry;
    }

    /** Puts more into an entry that is under way; one that was evicted stays away. */
    public void update(Entry entry) {
        if (closed) {
            return;
        }
        if (entries.containsKey(entry.seq())) {
            put(entry);
        }
        events.publish(new Told(entry));
    }

    /** Puts the rest into an entry, and counts it. */
    public void complete(Entry entry) {
        if (!closed) {
            tallies.count(entry);
            update(entry);
        }
    }

    /** What is kept of the requests that pass the filter, the newest first. */
    public List<Entry> entries(Predicate<Entry> filter, int limit) {
        List<Kept> newestFirst = new ArrayList<>(entries.values());
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(Kept::entry).filter(filter).limit(limit).toList();
    }

    /** How many requests there were. */
    public long total() {
        return total;
    }

    /** How many of them are not kept any longer. */
    public long evicted() {
        return evicted;
    }

    /** Forgets all requests. */
    public void clear() {
        account.add(-bytes);
        entries.clear();
        tallies.clear();
        total = 0;
        evicted = 0;
        bytes = 0;
    }

    /** Forgets all requests, and takes no more. */
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
            case HIGH -> tallies.dropConnections();
            case EXTREME -> tallies.dropConnections() || dropBodies();
        };
    }

    /** What there is on an expectation. */
    public Evidence evidence(RequestPattern expected) {
        String connectionId = expected.connectionId();
        return new Evidence(
                entries(entry -> true, Integer.MAX_VALUE),
                tallies.count(expected.operation(), expected.status(), connectionId),
                connectionId == null ? 0 : tallies.countUnnamed(expected.operation(), expected.status()),
                connectionId == null || !tallies.isOverflown(),
                evicted);
    }

    /** Whether a request has named this connection, or may have, as there were too many to tell apart. */
    public boolean mayHaveNamed(String connectionId) {
        return tallies.isOverflown()
                || tallies.count(null, null, connectionId) > 0
                || entries.values().stream()
                        .anyMatch(kept -> kept.entry().connectionIds().contains(connectionId));
    }

    /** The connections that answered requests have named. */
    public Set<String> connectionIds() {
        return tallies.connectionIds();
    }

    private void put(Entry entry) {
        Kept now = new Kept(entry, entry.size());
        Kept before = entries.put(entry.seq(), now);
        grow(now.size() - (before == null ? 0 : before.size()));
        while (entries.size() > 1 && isTooMuch()) {
            dropOldest();
        }
    }

    private void dropOldest() {
        Iterator<Kept> oldest = entries.values().iterator();
        grow(-oldest.next().size());
        oldest.remove();
        evicted++;
        account.countEviction();
    }

    /** Drops the bodies of what is left; false if there are none. */
    private boolean dropBodies() {
        long before = bytes;
        entries.replaceAll((seq, kept) -> {
            if (!kept.entry().isAnswered() || !kept.entry().hasBodies()) {
                return kept;
            }
            Entry rest = kept.entry().withoutBodies();
            long size = rest.size();
            grow(size - kept.size());
            return new Kept(rest, size);
        });
        return bytes < before;
    }

    private boolean isTooMuch() {
        return entries.size() > MOST_ENTRIES || bytes > MOST_BYTES;
    }

    private void grow(long more) {
        bytes += more;
        account.add(more);
    }
}
