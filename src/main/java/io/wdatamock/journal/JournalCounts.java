package io.wdatamock.journal;

import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.memory.Sizes;
import io.wdatamock.wire.VendorOperation;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Exact counts of answered requests by operation, status and connection. They remain when entries are evicted. */
final class JournalCounts {

    /** The maximum number of counted connections, because clients can send any number of unknown IDs. */
    static final int MAX_KEYS = 50_000;

    /** The memory of a count without the connection's ID, in bytes. */
    private static final long OVERHEAD = 112;

    private record Key(
            @Nullable VendorOperation operation,
            @Nullable Integer status,
            @Nullable String connectionId) {

        private long size() {
            return OVERHEAD + Sizes.of(connectionId);
        }
    }

    private final MemoryAccount account;
    private final Map<Key, Long> counts = new HashMap<>();
    private final Map<Key, Long> unnamed = new HashMap<>();
    private boolean overflown;

    JournalCounts(MemoryAccount account) {
        this.account = account;
    }

    void count(Entry entry) {
        increment(new Key(entry.operation(), entry.status(), null));
        overflown |= entry.namesMore();
        if (entry.operation() == VendorOperation.REFRESH_BATCH && entry.isBodyUnread()) {
            unnamed.merge(new Key(entry.operation(), entry.status(), null), 1L, Long::sum);
        }
        for (String connectionId : Set.copyOf(entry.connectionIds())) {
            Key key = new Key(entry.operation(), entry.status(), connectionId);
            if (counts.size() < MAX_KEYS || counts.containsKey(key)) {
                increment(key);
            } else {
                overflown = true;
            }
        }
    }

    /** Returns how many requests match; null matches all. */
    long count(@Nullable VendorOperation operation, @Nullable Integer status, @Nullable String connectionId) {
        return count(counts, operation, status, connectionId);
    }

    /** Returns how many matching requests may refer to any connection, because their bodies were not read. */
    long countUnnamed(@Nullable VendorOperation operation, @Nullable Integer status) {
        return count(unnamed, operation, status, null);
    }

    /** Returns the counted connections. */
    Set<String> connectionIds() {
        return counts.keySet().stream()
                .map(Key::connectionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static long count(
            Map<Key, Long> counts,
            @Nullable VendorOperation operation,
            @Nullable Integer status,
            @Nullable String connectionId) {
        return counts.entrySet().stream()
                .filter(count -> matches(count.getKey(), operation, status, connectionId))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Whether there were too many connections, so that a count by connection may be too low. */
    boolean isOverflown() {
        return overflown;
    }

    /** Removes the counts by connection to free memory; false if there are none. */
    boolean removeConnections() {
        boolean removed = counts.keySet().removeIf(key -> {
            if (key.connectionId() != null) {
                account.add(-key.size());
            }
            return key.connectionId() != null;
        });
        overflown |= removed;
        return removed;
    }

    void clear() {
        counts.keySet().forEach(key -> account.add(-key.size()));
        counts.clear();
        unnamed.clear();
        overflown = false;
    }

    private void increment(Key key) {
        if (counts.merge(key, 1L, Long::sum) == 1) {
            account.add(key.size());
        }
    }

    private static boolean matches(
            Key key, @Nullable VendorOperation operation, @Nullable Integer status, @Nullable String connectionId) {
        boolean connectionMatches =
                connectionId == null ? key.connectionId() == null : connectionId.equals(key.connectionId());
        return connectionMatches
                && (operation == null || operation == key.operation())
                && (status == null || status.equals(key.status()));
    }
}
