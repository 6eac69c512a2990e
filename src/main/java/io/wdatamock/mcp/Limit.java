package io.wdatamock.mcp;

import io.wdatamock.journal.Journal;
import io.wdatamock.wire.ApiException;
import org.jspecify.annotations.Nullable;

/** The argument {@code limit}: how many elements of a list a tool returns at most. */
final class Limit {

    /** Few, because a model reads them. */
    private static final int DEFAULT = 20;

    private Limit() {}

    static int of(@Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > Journal.MAX_ENTRIES)) {
            throw ApiException.badRequest(
                    "limit", "limit was %d, but must be from 1 to %d".formatted(limit, Journal.MAX_ENTRIES));
        }
        return limit == null ? DEFAULT : limit;
    }
}
