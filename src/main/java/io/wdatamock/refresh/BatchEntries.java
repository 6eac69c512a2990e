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

/** The entries of a batch as a client sent them, checked as a whole: the first one at fault is named. */
public record BatchEntries(List<@Nullable RefreshConnectionDto> entries) {

    /** How many entries a batch may have. */
    public static final int MOST = 100;

    /** Refuses with 400 what no batch may look like. */
    void requireWellFormed(ConnectionRepository connections) {
        requireSize(entries.size());
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Integer before = seen.put(connectionId(i), i);
            if (before != null) {
                throw ApiException.badRequest(
                        target(i),
                        "%s was %s, which is entry [%d] already; name each connection once"
                                .formatted(target(i), Sanitizer.of(connectionId(i)), before));
            }
        }
        requireOneWorkbook(connections);
    }

    /** The connections by entry, or 404 for the first that is not there or in another workspace. */
    List<Connection> resolve(ConnectionRepository connections) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> connections
                        .get(connectionId(i), target(i))
                        .in(entry(i).workspaceId(), "[%d].workspaceId".formatted(i)))
                .toList();
    }

    /** Applies a check to each connection, under the name of its entry's field. */
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

    /** Refuses with 400 a batch of a wrong size. */
    public static void requireSize(int size) {
        if (size < 1 || size > MOST) {
            throw ApiException.badRequest(
                    "body", "The batch has %d entries, but must have from 1 to %d".formatted(size, MOST));
        }
    }

    /** A workbook that is unknown is no conflict: the vendor's API shows none, so no client could avoid it. */
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
                .formatted(target(index), Sanitizer.of(connectionId(index)), Sanitizer.of(own), Sanitizer.of(others));
    }
}
