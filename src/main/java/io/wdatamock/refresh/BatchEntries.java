package io.wdatamock.refresh;

import io.wdatamock.connection.Connection;
import io.wdatamock.connection.ConnectionRepository;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.RefreshConnectionDto;
import io.wdatamock.wire.Sanitizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The entries of a batch as the client sent them. Checks report the first invalid entry. */
public record BatchEntries(List<@Nullable RefreshConnectionDto> entries) {

    /** The maximum number of entries. */
    public static final int MOST = 100;

    /** Throws 400 if the entries do not form a valid batch. */
    void requireWellFormed(ConnectionRepository connections) {
        requireSize(entries.size());
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Integer before = seen.put(connectionId(i), i);
            if (before != null) {
                throw ApiException.badRequest(
                        target(i),
                        "%s was %s, which is entry [%d] already; name each connection once"
                                .formatted(target(i), Sanitizer.quote(connectionId(i)), before));
            }
        }
        requireOneWorkbook(connections);
    }

    /** Returns the connection of each entry; throws 404 for the first that is unknown or in another workspace. */
    List<Connection> resolve(ConnectionRepository connections) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> connections
                        .get(connectionId(i), target(i))
                        .in(entry(i).workspaceId(), "[%d].workspaceId".formatted(i)))
                .toList();
    }

    /** Applies a check to each connection; the check receives the name of the entry's field. */
    void forEach(List<Connection> targets, BiConsumer<Connection, String> check) {
        IntStream.range(0, targets.size()).forEach(i -> check.accept(targets.get(i), target(i)));
    }

    RefreshConnectionDto entry(int index) {
        RefreshConnectionDto entry = entries.get(index);
        if (entry == null) {
            throw ApiException.badRequest(
                    "[%d]".formatted(index),
                    "[%d] was null, but must be an object with a connectionId".formatted(index));
        }
        return entry;
    }

    private static String target(int index) {
        return "[%d].connectionId".formatted(index);
    }

    private String connectionId(int index) {
        String connectionId = entry(index).connectionId();
        if (connectionId == null) {
            throw ApiException.badRequest(
                    target(index), target(index) + " is missing; each entry must name the connection to refresh");
        }
        Limits.requireId(target(index), connectionId);
        return connectionId;
    }

    /** Throws 400 if the number of entries is invalid. */
    public static void requireSize(int size) {
        if (size < 1 || size > MOST) {
            throw ApiException.badRequest(
                    "body", "The batch has %d entries, but must have from 1 to %d".formatted(size, MOST));
        }
    }

    /**
     * Throws 400 for entries with different known workbooks. Unknown ones do not conflict, because the vendor's API
     * does not show workbooks.
     */
    private void requireOneWorkbook(ConnectionRepository connections) {
        @Nullable String workbook = null;
        for (int i = 0; i < entries.size(); i++) {
            Optional<String> own = connections.find(connectionId(i)).flatMap(Connection::workbook);
            if (own.isPresent() && workbook != null && !workbook.equals(own.get())) {
                throw ApiException.badRequest(target(i), severalWorkbooks(i, own.get(), workbook));
            }
            workbook = own.orElse(workbook);
        }
    }

    private String severalWorkbooks(int index, String own, String others) {
        return "%s was %s, whose workbook is %s, while that of those before it is %s; a batch has one workbook"
                .formatted(
                        target(index),
                        Sanitizer.quote(connectionId(index)),
                        Sanitizer.quote(own),
                        Sanitizer.quote(others));
    }
}
