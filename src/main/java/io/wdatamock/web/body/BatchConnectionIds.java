package io.wdatamock.web.body;

import io.wdatamock.journal.Entry;
import io.wdatamock.memory.Segments;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.WireJson;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the IDs of connections from the body of a batch, which may be malformed. */
final class BatchConnectionIds {

    private static final String CONNECTION_ID = "connectionId";

    private BatchConnectionIds() {}

    /**
     * Returns the connection IDs in the body of a batch, up to the first syntax error, and at most one more than a
     * journal entry stores.
     */
    static List<String> read(Segments body) {
        List<String> connectionIds = new ArrayList<>();
        try (JsonParser parser = JsonText.of(body).parser(WireJson.BODIES.reader())) {
            int depth = 0;
            boolean isArray = parser.nextToken() == JsonToken.START_ARRAY;
            for (JsonToken token = isArray ? parser.currentToken() : null;
                    token != null && connectionIds.size() <= Entry.MAX_NAMED;
                    token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 2 && token == JsonToken.VALUE_STRING && CONNECTION_ID.equals(parser.currentName())) {
                    connectionIds.add(parser.getString());
                }
            }
        } catch (JacksonException | ApiException e) {
            return connectionIds;
        }
        return connectionIds;
    }
}
