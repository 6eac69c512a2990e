package io.wdatamock.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.connection.Access;
import io.wdatamock.connection.ConnectionDocument;
import io.wdatamock.connection.NameRule;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.observation.ConnectionHistory;
import io.wdatamock.observation.History;
import io.wdatamock.observation.RunHistory;
import io.wdatamock.wire.WireJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A seed with the connections that clients saw, and a script for each run that they started. A server with this seed
 * shows a client that sends the same requests at the same times the same statuses.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LearnedSeed(List<ConnectionDocument> connections) {

    private static final int FORBIDDEN = 403;
    private static final int LOCKED = 423;
    private static final List<String> WORKSPACES =
            List.of("workspaceId", "sourceWorkspaceId", "destinationWorkspaceId");

    private static final ObjectReader READER = WireJson.MAPPER
            .readerFor(ConnectionDocument.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * Returns the seed of a history.
     *
     * @param pseudonymise whether names, IDs, errors and metadata are replaced by numbered ones, the same for the same
     */
    public static LearnedSeed of(History history, boolean pseudonymise) {
        Pseudonyms pseudonyms = new Pseudonyms(pseudonymise);
        return new LearnedSeed(history.connections().stream()
                .map(connection -> document(connection, pseudonyms))
                .toList());
    }

    private static ConnectionDocument document(ConnectionHistory connection, Pseudonyms pseudonyms) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        lastRun(connection).ifPresent(run -> WORKSPACES.forEach(name -> copy(run, name, fields)));
        connection.newest().properties().forEach(field -> setIfValid(field.getKey(), field.getValue(), fields));
        List<Script> scripts = connection.runs().stream()
                .map(run -> LearnedScript.of(run, pseudonyms))
                .toList();
        return read(fields)
                .map(pseudonyms::connection)
                .orElseGet(() -> read(JsonNodeFactory.instance.objectNode()).orElseThrow())
                .with(id(connection.connectionId(), pseudonyms), access(connection), scripts);
    }

    private static Optional<JsonNode> lastRun(ConnectionHistory connection) {
        return connection.newestRun().map(RunHistory::newest).map(run -> run.json());
    }

    private static void setIfValid(String name, JsonNode value, ObjectNode fields) {
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        alone.set(name, value);
        if (read(alone).isPresent()) {
            fields.set(name, value);
        }
    }

    private static void copy(JsonNode from, String name, ObjectNode to) {
        if (from.path(name).isString()) {
            to.set(name, from.path(name));
        }
    }

    /** Returns the fields as a document; empty if a value is none that a seed may have. */
    private static Optional<ConnectionDocument> read(ObjectNode fields) {
        try {
            return Optional.of(READER.readValue(fields));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String id(String connectionId, Pseudonyms pseudonyms) {
        boolean isPermitted = NameRule.permits(connectionId) && !connectionId.equals("batch");
        return isPermitted ? pseudonyms.connectionId(connectionId) : pseudonyms.permittedId(connectionId);
    }

    private static @Nullable Access access(ConnectionHistory connection) {
        return switch (connection.refusal().orElse(0)) {
            case FORBIDDEN -> Access.FORBIDDEN;
            case LOCKED -> Access.LOCKED;
            default -> null;
        };
    }
}
