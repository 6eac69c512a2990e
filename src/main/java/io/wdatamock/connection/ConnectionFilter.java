package io.wdatamock.connection;

import io.wdatamock.wire.ItemType;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The filter of a list; a null component does not restrict it. */
public record ConnectionFilter(
        @Nullable ItemType sourceType,
        @Nullable String sourceId,
        @Nullable ItemType destinationType,
        @Nullable String destinationId)
        implements Predicate<Connection> {

    @Override
    public boolean test(Connection connection) {
        return matches(sourceType, connection.source().type())
                && matches(sourceId, connection.source().id())
                && matches(destinationType, connection.destination().type())
                && matches(destinationId, connection.destination().id());
    }

    private static boolean matches(@Nullable Object wanted, Object actual) {
        return wanted == null || wanted.equals(actual);
    }
}
