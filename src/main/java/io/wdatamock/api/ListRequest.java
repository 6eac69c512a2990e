package io.wdatamock.api;

import io.wdatamock.connection.ConnectionFilter;
import io.wdatamock.connection.ConnectionPage;
import io.wdatamock.connection.ConnectionRepository;
import io.wdatamock.connection.Cursor;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.BaseErrorResponseDetail;
import io.wdatamock.wire.ItemType;
import io.wdatamock.wire.Sanitizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A validated request for a page, by cursor or by filter, offset and limit. */
record ListRequest(ConnectionFilter filter, Optional<Cursor> cursor, long offset, int limit) {

    /** The filters as sent. */
    record Filters(
            @Nullable String sourceType,
            @Nullable String sourceId,
            @Nullable String destinationType,
            @Nullable String destinationId) {}

    /** Throws 400 for types that a list cannot be filtered by, types without an ID, and malformed cursors. */
    static ListRequest of(Filters filters, @Nullable String cursor, @Nullable Integer limit, @Nullable Long offset) {
        List<BaseErrorResponseDetail> violations = new ArrayList<>();
        ConnectionFilter filter = new ConnectionFilter(
                type("source", filters.sourceType, filters.sourceId, ItemType.LISTED_SOURCES, violations),
                filters.sourceId,
                type(
                        "destination",
                        filters.destinationType,
                        filters.destinationId,
                        ItemType.LISTED_DESTINATIONS,
                        violations),
                filters.destinationId);
        if (!violations.isEmpty()) {
            throw ApiException.badRequest(violations);
        }
        return new ListRequest(
                filter,
                Optional.ofNullable(cursor).map(Cursor::decode),
                offset == null ? 0 : offset,
                limit == null ? Cursor.LARGEST_PAGE : limit);
    }

    ConnectionPage from(ConnectionRepository connections) {
        return cursor.map(connections::page).orElseGet(() -> connections.page(filter, offset, limit));
    }

    private static @Nullable ItemType type(
            String side,
            @Nullable String name,
            @Nullable String id,
            Set<ItemType> allowed,
            List<BaseErrorResponseDetail> violations) {
        if (name == null) {
            return null;
        }
        String target = side + "Type";
        if (id == null || id.isEmpty()) {
            violations.add(ApiException.detail(
                    400,
                    "%s was %s without a %sId; give both, or the ID alone"
                            .formatted(target, Sanitizer.quote(name), side),
                    target));
        }
        Optional<ItemType> type =
                allowed.stream().filter(one -> one.toString().equals(name)).findFirst();
        if (type.isEmpty()) {
            String names = allowed.stream().map(ItemType::toString).collect(Collectors.joining(", "));
            violations.add(ApiException.detail(
                    400, "%s was %s, but must be one of %s".formatted(target, Sanitizer.quote(name), names), target));
        }
        return type.orElse(null);
    }
}
