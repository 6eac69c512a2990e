package io.wdatamock.sandbox;

import io.wdatamock.connection.Connection;
import io.wdatamock.connection.ConnectionDocument;
import io.wdatamock.fault.Fault;
import io.wdatamock.wire.BaseErrorResponseDetail;
import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.JsonErrors;
import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.Suggestion;
import io.wdatamock.wire.WireJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads a seed from YAML or JSON. */
final class SeedReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The maximum size of a seed in bytes: 3 MiB, which is the limit of the YAML parser. */
    static final long LARGEST = 3L * 1024 * 1024;

    private final Settings configured;
    private final ExplicitSettings explicit;
    private final long randomSeed;
    private final Instant now;

    /**
     * Creates a reader. The settings of a seed fall back on the configured ones and are overridden by explicit ones;
     * its connections are created now.
     */
    SeedReader(Settings configured, ExplicitSettings explicit, long randomSeed, Instant now) {
        this.configured = configured;
        this.explicit = explicit;
        this.randomSeed = randomSeed;
        this.now = now;
    }

    /**
     * Rejects a file that is too large.
     *
     * @throws IllegalArgumentException with the limit
     */
    static void requireSize(long bytes) {
        if (bytes > LARGEST) {
            throw new IllegalArgumentException(
                    "it has %d bytes, but must have at most %d (3 MiB)".formatted(bytes, LARGEST));
        }
    }

    /**
     * Parses a seed.
     *
     * @throws IllegalArgumentException with the entry, the field and the permitted values, if the text is not a
     *     seed
     */
    Seed read(String text) {
        JsonNode tree = parse(text);
        SeedDocument document = convert(tree, tree, SeedDocument.class, "");
        List<Connection> connections = connections(document.connections());
        List<Fault> faults = Objects.requireNonNullElse(document.faults(), List.of());
        requireConnections(faults, connections);
        return new Seed(settings(document.settings()), connections, faults, randomSeed);
    }

    /** Rejects a fault for an unknown connection unless it is pending. */
    private static void requireConnections(List<Fault> faults, List<Connection> connections) {
        List<String> ids = connections.stream().map(Connection::connectionId).toList();
        Set<String> known = new HashSet<>(ids);
        for (int i = 0; i < faults.size(); i++) {
            String id = faults.get(i).connectionId();
            if (id != null
                    && !known.contains(id)
                    && !Boolean.TRUE.equals(faults.get(i).pending())) {
                throw new IllegalArgumentException("faults[%d].connectionId was %s, but there is no such connection%s"
                        .formatted(i, Sanitizer.quote(id), Suggestion.orPending(id, ids)));
            }
        }
    }

    private Settings settings(@Nullable ObjectNode changes) {
        if (changes == null) {
            return configured;
        }
        try {
            Settings own = configured.with(changes); // rejects invalid values even where they have no effect
            ObjectNode merged = WireJson.MAPPER.valueToTree(own);
            explicit.prevailOver(merged, WireJson.MAPPER.valueToTree(configured));
            return WireJson.MAPPER.treeToValue(merged, Settings.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(message(e, changes, "settings."), e);
        }
    }

    private List<Connection> connections(@Nullable List<ConnectionDocument> documents) {
        List<Connection> connections = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ConnectionDocument document : Objects.requireNonNullElse(documents, List.<ConnectionDocument>of())) {
            String entry = "connections[%d]".formatted(connections.size());
            Connection connection = connection(document, entry);
            if (!ids.add(connection.connectionId())) {
                throw new IllegalArgumentException("%s.connectionId was \"%s\", which an entry before it has already"
                        .formatted(entry, connection.connectionId()));
            }
            connections.add(connection);
        }
        return connections;
    }

    private Connection connection(@Nullable ConnectionDocument document, String entry) {
        if (document == null) {
            throw new IllegalArgumentException(entry + " was null, but must be a connection");
        }
        try {
            return document.toConnection(now);
        } catch (InvalidFieldException e) {
            throw new IllegalArgumentException(entry + "." + e.getMessage(), e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            requireNoAlias(text);
            JsonNode tree = YAML.readTree(text);
            if (!tree.isObject()) {
                throw new IllegalArgumentException("it must be an object with settings, connections and faults");
            }
            return tree;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is not valid YAML: " + e.getOriginalMessage(), e);
        }
    }

    /** Rejects aliases, which Jackson would read as strings. */
    private static void requireNoAlias(String text) {
        try (JsonParser parser = YAML.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                    throw new IllegalArgumentException(
                            "line %d has the alias *%s, but aliases are not supported; repeat what it stands for"
                                    .formatted(parser.currentTokenLocation().getLineNr(), parser.getString()));
                }
            }
        }
    }

    private static <T> T convert(JsonNode tree, JsonNode document, Class<T> type, String prefix) {
        try {
            return WireJson.MAPPER.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(message(e, document, prefix), e);
        }
    }

    private static String message(JacksonException error, JsonNode document, String prefix) {
        BaseErrorResponseDetail detail = JsonErrors.detail(error, document);
        return prefix + detail.message();
    }
}
