package io.wdatamock.refresh;

import io.wdatamock.connection.Connection;
import io.wdatamock.connection.Endpoint;
import io.wdatamock.lifecycle.Outcome;
import io.wdatamock.lifecycle.RunResult;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.time.SeededRandom;
import io.wdatamock.wire.ItemType;
import io.wdatamock.wire.JsonObject;
import io.wdatamock.wire.RunStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Generates the result of a run: its error, and plausible metadata of source and destination. */
final class RunResultGenerator {

    private static final long FEWEST_ROWS = 100;
    private static final long MAX_ROWS = 25_000;
    private static final long FEWEST_COLUMNS = 4;
    private static final long MAX_COLUMNS = 24;

    private final SeededRandom draws;

    RunResultGenerator(SeededRandom draws) {
        this.draws = draws;
    }

    /** Returns the result of a run of this connection with this script. */
    RunResult of(Connection connection, Script script) {
        Outcome outcome = script.outcome();
        long rows = draws.nextNumber("rows", FEWEST_ROWS, MAX_ROWS);
        long cells = rows * draws.nextNumber("columns", FEWEST_COLUMNS, MAX_COLUMNS);
        return new RunResult(
                script.error() == null ? error(connection, outcome) : script.error(),
                metadata(
                        script.sourceMetadata(),
                        outcome.end().source(),
                        facts(connection.source(), "Read", rows, cells)),
                metadata(
                        script.destinationMetadata(),
                        outcome.end().destination(),
                        facts(connection.destination(), "Written", rows, cells)));
    }

    private static @Nullable String error(Connection connection, Outcome outcome) {
        return switch (outcome) {
            case FAIL_SOURCE -> "The data could not be read from %s.".formatted(connection.source());
            case FAIL_INITIATION ->
                "The refresh could not be initiated because %s is not available.".formatted(connection.source());
            case FAIL_DESTINATION ->
                connection.isWritable()
                        ? "The data could not be written to %s.".formatted(connection.destination())
                        : "The data could not be written because %s is not writable."
                                .formatted(connection.destination());
            default -> null;
        };
    }

    private static JsonObject metadata(@Nullable JsonObject scripted, RunStatus end, JsonObject facts) {
        if (scripted != null) {
            return scripted;
        }
        return end == RunStatus.COMPLETE ? facts : JsonObject.EMPTY;
    }

    private static JsonObject facts(Endpoint endpoint, String verb, long rows, long cells) {
        boolean tabular = endpoint.type().name().startsWith("WDATA_");
        return JsonObject.of(
                idField(endpoint.type()), endpoint.id(), (tabular ? "rows" : "cells") + verb, tabular ? rows : cells);
    }

    /** Returns the field name for the ID of a type, such as {@code queryId} or {@code sectionId}. */
    private static String idField(ItemType type) {
        String name = type.name();
        return name.substring(name.lastIndexOf('_') + 1).toLowerCase(Locale.ROOT) + "Id";
    }
}
