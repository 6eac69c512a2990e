package io.wdatamock.control;

import io.wdatamock.connection.Connection;
import io.wdatamock.journal.Journal;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.SandboxState;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.Suggestion;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rejects unknown connection IDs, which are probably typing errors: rules for them would never match. */
final class KnownConnections {

    private KnownConnections() {}

    /** Throws 400 for a connection that neither exists nor was ever requested, unless it is pending. */
    static void check(@Nullable String connectionId, @Nullable Boolean pending, Sandbox sandbox) {
        if (connectionId == null || Boolean.TRUE.equals(pending)) {
            return;
        }
        Set<String> known = sandbox.withBoth((state, journal) -> known(connectionId, state, journal));
        if (!known.contains(connectionId)) {
            throw ApiException.badRequest(
                    "connectionId",
                    "connectionId was %s, but there is no such connection, and no request has named it%s"
                            .formatted(Sanitizer.quote(connectionId), Suggestion.orPending(connectionId, known)));
        }
    }

    /** Returns the connection alone if it is known, otherwise all known ones. */
    private static Set<String> known(String connectionId, SandboxState state, Journal journal) {
        if (state.connections().find(connectionId).isPresent() || journal.mayHaveNamed(connectionId)) {
            return Set.of(connectionId);
        }
        Set<String> known = new HashSet<>(journal.connectionIds());
        state.connections().all().map(Connection::connectionId).forEach(known::add);
        return known;
    }
}
